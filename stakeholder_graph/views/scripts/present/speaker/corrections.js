/** Corrections: what partners say is wrong, kept beside the survey with who confirmed it. */
import { byId } from "../../shared/elements.js";
import { _ } from "../../shared/messages.js";
import { startTyping } from "./typed_file.js";

// As the file has them.
const ABOUT = ["connection", "name", "sector", "outcome", "team", "other"];

export function startCorrections() {
  startTyping(byId("corrections"), {
    file: "corrections.csv",
    columns: [
      { header: "about", label: _("About"), is: "choice", choices: ABOUT, needed: true },
      { header: "organization", label: _("Organization"), is: "organization", needed: true },
      { header: "with", label: _("With whom or what"), is: "text" },
      { header: "the survey says", label: _("The survey says"), is: "text" },
      { header: "partners say", label: _("Partners say"), is: "text", needed: true },
      { header: "said by", label: _("Said by"), is: "text" },
      { header: "confirmed by", label: _("Checked by"), is: "text" },
    ],
    keys: ["about", "organization", "with", "partners say"],
    latest: ["confirmed by"],
    earlier: [],
  });
}
