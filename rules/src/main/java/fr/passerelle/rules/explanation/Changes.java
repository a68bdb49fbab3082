package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.NatureChangement;
import fr.passerelle.schemas.event.ResumeChangements;
import fr.passerelle.schemas.event.TotauxExecution;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * What two sets of proposals conclude otherwise, and why: from the records and their traces alone.
 *
 * @param list each change, conversions first, by identifier
 * @param same proposals whose conclusion is the same, whatever their figures
 * @param scoreCauses what moved the score of a room most, by room
 */
public record Changes(
        List<Changement> list,
        int same,
        Map<String, CauseChangement> scoreCauses,
        TotauxExecution before,
        TotauxExecution after) {

    /** Compares; {@link Proposals#NONE} before the first run. */
    public static Changes between(Proposals before, Proposals after) {
        ComparedResults compared = new ComparedResults();
        eachPair(before.scores(), after.scores(), compared::score);
        eachPair(before.conversions(), after.conversions(), compared::conversion);
        eachPair(before.plans(), after.plans(), compared::plan);
        return compared.changes();
    }

    /** How many of one nature. */
    public int count(NatureChangement nature) {
        return Math.toIntExact(
                list.stream().filter(change -> change.getNature() == nature).count());
    }

    /** What moved the score of a room most; empty where nothing did, or one of its scores is not there. */
    public Optional<CauseChangement> scoreCause(String room) {
        return Optional.ofNullable(scoreCauses.get(room));
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
                .setBefore(before)
                .setAfter(after)
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

    private static <T> void eachPair(Map<String, T> before, Map<String, T> after, BiConsumer<T, T> compare) {
        TreeSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        ids.forEach(id -> compare.accept(before.get(id), after.get(id)));
    }
}
