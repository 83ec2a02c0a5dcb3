/** Where files are uploaded to: a request there may take longer to come in than any other. */
export const isUploadPath = (url: string) => /^\/api\/conversations\/\d{1,15}\/attachments(?:\?|$)/.test(url);
