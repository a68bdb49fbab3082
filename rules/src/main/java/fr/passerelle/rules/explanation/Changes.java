package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.NatureChangement;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.ResumeChangements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * What two sets of proposals conclude otherwise, and why: from the records and their traces alone.
 *
 * @param list each change, conversions first, by identifier
 * @param same proposals whose conclusion is the same, whatever their figures
 */
public record Changes(List<Changement> list, int same, Proposals before, Proposals after) {

    private static final String CONVERSION = "CONVERSION";
    private static final String PLAN = "PLAN";

    /** Compares; {@link Proposals#NONE} before the first run. */
    public static Changes between(Proposals before, Proposals after) {
        List<Changement> list = new ArrayList<>();
        BiFunction<Conversion, Conversion, List<CauseChangement>> why = (was, is) -> causes(was, is, before, after);
        int same = compare(
                before.conversions(),
                after.conversions(),
                new ComparedKind<>(CONVERSION, Conversion::getRoomId, Conversion::getEpci, Aspect.OF_A_CONVERSION, why),
                list);
        same += compare(
                before.plans(),
                after.plans(),
                new ComparedKind<>(PLAN, Plan::getEpci, Plan::getEpci, Aspect.OF_A_PLAN, Causes::between),
                list);
        return new Changes(List.copyOf(list), same, before, after);
    }

    /** How many of one nature. */
    public int count(NatureChangement nature) {
        return Math.toIntExact(
                list.stream().filter(change -> change.getNature() == nature).count());
    }

    /** What moved the score of a room most; empty where nothing did, or one of its scores is not there. */
    public Optional<CauseChangement> scoreCause(String room) {
        return ScoreCause.between(before.scores().get(room), after.scores().get(room));
    }

    /**
     * As a run tells it; who was before is told by the caller.
     *
     * @param most lines that are told, from 0: one a change, one a value and one a cause of it, since an event has a size
     */
    public ResumeChangements.Builder summary(int most) {
        List<Changement> told = told(most);
        return ResumeChangements.newBuilder()
                .setAdded(count(NatureChangement.AJOUTE))
                .setRemoved(count(NatureChangement.RETIRE))
                .setModified(count(NatureChangement.MODIFIE))
                .setSame(same)
                .setBefore(Totals.of(before.plans().values()))
                .setAfter(Totals.of(after.plans().values()))
                .setChanges(told)
                .setLeftOut(list.size() - told.size());
    }

    /** The first ones, whole. */
    private List<Changement> told(int most) {
        int told = 0;
        long lines = 0;
        for (Changement change : list) {
            lines += 1 + change.getValues().size() + change.getCauses().size();
            if (lines > most) {
                break;
            }
            told++;
        }
        return list.subList(0, told);
    }

    /** Adds what changed, and answers how many did not. */
    private static <T> int compare(
            Map<String, T> before, Map<String, T> after, ComparedKind<T> kind, List<Changement> changes) {
        TreeSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        int known = changes.size();
        ids.forEach(id -> kind.change(before.get(id), after.get(id)).ifPresent(changes::add));
        return ids.size() - (changes.size() - known);
    }

    private static List<CauseChangement> causes(Conversion was, Conversion is, Proposals before, Proposals after) {
        List<CauseChangement> causes = new ArrayList<>(Causes.between(was, is));
        ScoreCause.between(before.scores().get(is.getRoomId()), after.scores().get(is.getRoomId()))
                .ifPresent(causes::add);
        return causes;
    }
}
