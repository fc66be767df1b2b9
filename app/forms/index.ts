export { ErrorSummary } from "./error-summary";
export { AmountField, CheckField, Field, FileField, RadioField, SelectField, TextareaField, type Option, type RadioOption } from "./fields";
export { FieldFault, FieldShell } from "./field-parts";
export { Form, useField } from "./form";
export { Hidden, RequestKey } from "./request-key";
export { SubmitButton } from "./submit-button";
export { useFaultText } from "./use-fault-text";
