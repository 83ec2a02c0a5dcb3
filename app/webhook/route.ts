export { DELETE, GET, PATCH, POST, PUT } from "../api/webhook/route";
