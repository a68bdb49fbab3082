package fr.passerelle.cli;

import fr.passerelle.sheets.act.ActDraft;
import fr.passerelle.sheets.act.ActDraft.ActOrigin;
import fr.passerelle.sheets.explanation.Dossier;
import java.util.Optional;
import picocli.CommandLine.Command;

/** The draft of the convention's financial annex. */
@Command(
        name = "convention",
        description =
                "Le projet de l'annexe financière de la convention : plan de financement prévisionnel, conditions,"
                        + " étapes.")
final class ActConventionCommand extends ActDraftCommand {

    @Override
    Optional<ActDraft> draft(Dossier dossier, ActOrigin origin) {
        return ActDraft.convention(dossier, origin);
    }
}
