package fr.passerelle.console.programme;

import fr.passerelle.published.place.NameOrder;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.ChoixExclu;
import fr.passerelle.schemas.event.Empechement;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import java.util.Arrays;
import java.util.List;

/**
 * EPCIs whose opening could not be chosen, for the same reason.
 *
 * @param names in order, at least one
 */
public record ExclusionGroup(Empechement motif, List<String> names) {

    static List<ExclusionGroup> of(Enveloppe envelope) {
        return Arrays.stream(Empechement.values())
                .map(motif -> new ExclusionGroup(
                        motif,
                        envelope.getChoix().stream()
                                .filter(choice -> choice.getExclus().stream().anyMatch(each -> isIt(each, motif)))
                                .sorted(NameOrder.by(ChoixEpci::getName, ChoixEpci::getEpci))
                                .map(ChoixEpci::getName)
                                .toList()))
                .filter(group -> !group.names().isEmpty())
                .toList();
    }

    private static boolean isIt(ChoixExclu exclusion, Empechement motif) {
        return exclusion.getFinancement() == Financement.OUVERTURE && exclusion.getMotif() == motif;
    }
}
