import { randomBytes, randomInt } from "node:crypto";

const text = (bytes: number) => randomBytes(bytes).toString("base64url");

/** A message id: opaque, case-sensitive and long, as Meta's are. */
export const newMid = () => `m_${text(72)}`;
export const newInstagramMid = () => Buffer.from(`ig_dm_item:${text(48)}`).toString("base64url");
/** For what has an id already and must become another one. */
export const newSuffix = () => `_${text(9)}`;
export const newAccessToken = () => `EAAM${text(90).replaceAll("-", "A").replaceAll("_", "Z")}`;
export const newLoginCode = () => `AQD${text(90)}`;
export const newTemplateId = () => `920${randomInt(100_000_000, 999_999_999)}${randomInt(100, 999)}`;
export const newOneTimeToken = () => `77${randomInt(100_000_000, 999_999_999)}${randomInt(100_000_000, 999_999_999)}`;
export const newTraceId = () => `A${text(9)}`;
export const newAttachmentId = () => `411${randomInt(100_000_000, 999_999_999)}${randomInt(100, 999)}`;
