import { useTranslation } from "react-i18next";

type Group = "kind" | "kindOne" | "treasury" | "methodType" | "role" | "journal" | "object" | "fact" | "unit" | "why" | "maker" | "hold" | "side" | "itemKind" | "law" | "domain" | "watchForm" | "remark" | "explanation" | "placement" | "overCap" | "countOn" | "permission" | "settingName" | "taxRegime" | "taxCapScope";

/** The word for a value that comes from the database as data. An unknown one is shown as it is, because hiding it would be worse. */
export function useLabel(): (group: Group, value: string) => string {
  const { t, i18n } = useTranslation("admin");
  // Values are data, so the typed catalogue cannot know the keys.
  const translate = t as unknown as (key: string) => string;
  return (group, value) => {
    const key = `${group}.${value}`;
    return i18n.exists(key, { ns: "admin" }) ? translate(key) : value.replaceAll("_", " ");
  };
}
