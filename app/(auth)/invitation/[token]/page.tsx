export { LinkPage as default } from "../../link-page";
