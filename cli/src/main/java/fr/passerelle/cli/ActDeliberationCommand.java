package fr.passerelle.cli;

import fr.passerelle.sheets.act.ActDraft;
import fr.passerelle.sheets.act.ActDraft.ActOrigin;
import fr.passerelle.sheets.explanation.Dossier;
import java.util.Optional;
import picocli.CommandLine.Command;

/** The draft of the region's deliberation. */
@Command(
        name = "deliberation",
        description = "Le projet de la délibération de la Région : visas, considérants, articles.")
final class ActDeliberationCommand extends ActDraftCommand {

    @Override
    Optional<ActDraft> draft(Dossier dossier, ActOrigin origin) {
        return ActDraft.deliberation(dossier, origin);
    }
}
