package fr.passerelle.console.plan;

import fr.passerelle.console.map.EpciMap;
import fr.passerelle.console.tour.Agendas;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.texts.NeedTable;
import java.util.List;

/**
 * A plan as its page shows it.
 *
 * @param subtitle inhabitants, communes, need and month of its EPCI
 * @param margins how far the barème may go without another proposal
 * @param stops étapes, by host
 * @param project what its EPCI told, what running costs it, and how its communes would divide what stays
 * @param animation what holding the sessions of its étapes would cost a year, within a sentence; empty where it is not known
 * @param changes what would change the conclusion, by what it alters
 * @param versions of the proposal, the latest first
 * @param needs what was asked for, beside what is proposed
 * @param acts whether there is something to decide, of which drafts are made
 * @param maire what the maire reads
 * @param mention what is owed to whom an algorithm decides on
 * @param agenda where and when people were told that sessions are
 */
record PlanView(
        Plan plan,
        String subtitle,
        ConclusionView conclusion,
        Nearness nearness,
        List<PlanRobustness> margins,
        Alerts alerts,
        SeatComparison seats,
        ShortList<EtapeRow> stops,
        String animation,
        EpciMap map,
        Money money,
        ProjectView project,
        List<ChangeGroup> changes,
        ShortList<Version> versions,
        List<DecisionView> decisions,
        NeedTable needs,
        boolean acts,
        String maire,
        String mention,
        List<Agendas.PlaceDates> agenda) {

    /** Whether nothing that was tried would change its conclusion. */
    public boolean isSettled() {
        return changes.stream().allMatch(group -> group.changes().isEmpty());
    }
}
