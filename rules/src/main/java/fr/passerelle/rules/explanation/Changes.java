package fr.passerelle.rules.explanation;

import fr.passerelle.rules.explanation.Causes.Aspect;
import fr.passerelle.rules.explanation.MovedInputs.ScoreCause;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.NatureChangement;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.ResumeChangements;
import fr.passerelle.schemas.event.TotauxExecution;
import fr.passerelle.schemas.event.ValeurChangee;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    /**
     * Results as they were and as they are, held against each other one by one, so that nobody has to hold all of them: scores first, since they
     * are why conversions change, then conversions, then plans, each by identifier. Null stands for a result that is not there.
     */
    public static final class ComparedResults {

        private static final ComparedKind<Plan> PLANS =
                new ComparedKind<>("PLAN", Plan::getEpci, Plan::getEpci, Aspect.OF_A_PLAN);
        private static final ComparedKind<Conversion> CONVERSIONS =
                new ComparedKind<>("CONVERSION", Conversion::getRoomId, Conversion::getEpci, Aspect.OF_A_CONVERSION);

        private final Map<String, CauseChangement> scoreCauses = new HashMap<>();
        private final MovedInputs inputs = new MovedInputs(scoreCauses);
        private final List<Changement> list = new ArrayList<>();
        private final Totals before = new Totals();
        private final Totals after = new Totals();
        private int same;

        /** A score. */
        public void score(@Nullable Frequentation was, @Nullable Frequentation is) {
            if (was != null && is != null) {
                String room = is.getRoomId();
                ScoreCause.between(was, is).ifPresent(cause -> scoreCauses.put(room, cause));
            }
        }

        /** A conversion. */
        public void conversion(@Nullable Conversion was, @Nullable Conversion is) {
            compare(CONVERSIONS
                    .change(was, is)
                    .map(change -> was == null || is == null ? change : inputs.before(change, was, is)));
        }

        /** Conversions that are what they were, in any order. */
        public void sameConversions(int count) {
            same += count;
        }

        /** A plan. */
        public void plan(@Nullable Plan was, @Nullable Plan is) {
            before.add(was);
            after.add(is);
            compare(PLANS.change(was, is)
                    .map(change -> was == null || is == null ? change : inputs.before(change, was, is)));
        }

        /** What all of them changed. */
        public Changes changes() {
            List<Changement> told = list.stream()
                    .map(change -> change.getType().equals(CONVERSIONS.type()) ? inputs.ofOthers(change) : change)
                    .toList();
            return new Changes(told, same, Map.copyOf(scoreCauses), before.told(), after.told());
        }

        private void compare(Optional<Changement> change) {
            change.ifPresentOrElse(list::add, () -> same++);
        }
    }

    /** How conversions, or plans, are compared, and what their conclusion is made of. */
    private record ComparedKind<T>(
            String type, Function<T, String> id, Function<T, String> epci, List<Aspect<T>> aspects) {

        Optional<Changement> change(@Nullable T was, @Nullable T is) {
            if (was == null || is == null) {
                return is == null
                        ? Optional.ofNullable(was).map(old -> told(old, NatureChangement.RETIRE, List.of(), List.of()))
                        : Optional.of(told(is, NatureChangement.AJOUTE, List.of(), List.of()));
            }
            List<Aspect<T>> changed = Aspect.changed(aspects, was, is);
            return changed.isEmpty() ? Optional.empty() : Optional.of(modified(changed, was, is));
        }

        private Changement modified(List<Aspect<T>> changed, T was, T is) {
            return told(
                    is,
                    NatureChangement.MODIFIE,
                    changed.stream().map(aspect -> aspect.told(was, is)).toList(),
                    Causes.of(changed, was, is));
        }

        private Changement told(
                T of, NatureChangement nature, List<ValeurChangee> values, List<CauseChangement> causes) {
            return new Changement(type, id.apply(of), epci.apply(of), nature, values, causes);
        }
    }

    /** What a run proposes in all, plan by plan. */
    private static final class Totals {

        private int tiersLieux;
        private int etapes;
        private int aInstruire;
        private int donneesInsuffisantes;
        private BigDecimal aid = new BigDecimal("0.00");
        private int fragiles;

        void add(@Nullable Plan plan) {
            if (plan == null) {
                return;
            }
            tiersLieux += plan.getTiersLieu() == null ? 0 : 1;
            etapes += plan.getEtapes();
            aInstruire += plan.getAInstruire();
            donneesInsuffisantes += plan.getDonneesInsuffisantes();
            aid = plan.getAidTotal() == null ? aid : aid.add(plan.getAidTotal());
            fragiles += Marges.holds(plan) ? 0 : 1;
        }

        TotauxExecution told() {
            return new TotauxExecution(tiersLieux, etapes, aInstruire, donneesInsuffisantes, aid, fragiles);
        }
    }
}
