/** The look of a link inside text. */
export const textLinkStyle = "rounded-sm text-accent underline-offset-2 hover:underline";
