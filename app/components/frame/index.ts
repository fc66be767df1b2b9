export { AdminFrame, type AdminFrameData } from "./admin-frame";
export { MemberFrame, type MemberFrameData, type MemberPlace } from "./member-frame";
export { PublicFrame } from "./public-frame";
export { SignOut } from "./sign-out";
export { ThemeForm } from "./theme-form";
export { UnreadCount } from "./unread-count";
