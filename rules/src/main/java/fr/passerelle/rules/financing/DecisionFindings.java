package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Conflit;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.RegleEssayee;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was decided about an EPCI, beside what the rules now find: it stays, and it changes nothing of the proposal.
 *
 * @param ecarts by act, oldest first
 */
record DecisionFindings(List<Ecart> ecarts, List<Conflit> conflits, List<RegleEssayee> steps) {

    static DecisionFindings of(String siren, List<DecisionRecorded> decisions, ProposedAid proposed) {
        String on = Steps.epci(siren);
        List<Notification> standing = Notifications.of(siren, decisions).standing();
        List<Gaps> gaps =
                standing.stream().map(one -> Gaps.of(on, one, proposed)).toList();
        Conflicts conflicts = Conflicts.of(on, standing);
        return new DecisionFindings(
                gaps.stream().flatMap(one -> one.ecarts().stream()).toList(),
                conflicts.conflits(),
                Stream.concat(notified(on, gaps), conflicts.steps().stream()).toList());
    }

    private static Stream<RegleEssayee> notified(String on, List<Gaps> gaps) {
        return gaps.isEmpty()
                ? Stream.of(Steps.passed(Rule.NOTIFIE, on, "SANS_NOTIFICATION"))
                : gaps.stream().map(Gaps::step);
    }
}
