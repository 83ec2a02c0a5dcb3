/**
 * A utility template of a Page (Meta docs: utility messages). Pure, and the same in the browser.
 */
export type UtilityTemplate = {
  id: string;
  name: string;
  language: string;
  /** As Meta says it: `APPROVED`, `PENDING`, `REJECTED`, `PAUSED` … */
  status: string;
  rejectedReason: string | null;
  header: string | null;
  body: string;
  /** Titles. */
  buttons: string[];
  /** Blanks of the body in order; `name` where the template names them. */
  parameters: { name: string | null }[];
  /** Why the desk cannot fill it in, whatever its status; null: it can. */
  obstacle: string | null;
};
