package fr.passerelle.study.difference;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.published.decision.KnownDecisions.KnownDecision;
import fr.passerelle.published.run.Run;
import fr.passerelle.rules.explanation.Changes;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.ValeurChangee;
import fr.passerelle.study.Study;
import fr.passerelle.study.replay.ReplayManifest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a replay finds otherwise than the run that it is compared with: both barèmes, the changes of conclusions, the EPCIs for which something
 * differs, by name, and how many others, euros of all plans compared, by line and by budget year, and the names of EPCIs by SIREN, of rooms, sites
 * and public places by identifier.
 */
public record Diff(
        Study<ReplayManifest> replay,
        Run base,
        Bareme before,
        Bareme after,
        Changes changes,
        List<EpciDiff> epcis,
        int unchanged,
        List<EuroLine> euros,
        Map<String, String> names) {

    /** Whether one of the two barèmes was not voted. */
    public boolean isIllustration() {
        return before.isIllustration() || after.isIllustration();
    }

    /**
     * What differs for one EPCI, by SIREN, or SANS-EPCI for the rooms that have none: its plan first, then its rooms by identifier; euros by line
     * and by budget year, those that are equal too, none where there is no plan; gaps from what was notified, which stays; and the decisions on the
     * log about it and its rooms, in the order in which they were recorded.
     */
    public record EpciDiff(
            String epci,
            String name,
            List<ThingDiff> things,
            List<EuroLine> euros,
            List<Ecart> gaps,
            List<KnownDecision> decisions) {

        /** Whether an amount differs. */
        public boolean costsOtherwise() {
            return euros.stream().anyMatch(EuroLine::differs);
        }

        /** Why an amount differs: another seat where there is one, else the first cause on that line, else that of the plan. */
        public Optional<CauseChangement> causeOf(String amount) {
            return ofThePlan()
                    .filter(cause ->
                            cause.getLine() == null || cause.getLine().name().equals(amount))
                    .findFirst()
                    .or(() -> ofThePlan().findFirst());
        }

        /** Why its amounts differ, each reason once. */
        public List<CauseChangement> aidCauses() {
            return Stream.of(AidLineName.values())
                    .map(AidLineName::name)
                    .filter(line -> euros.stream().anyMatch(euro -> euro.what().equals(line) && euro.differs()))
                    .flatMap(line -> causeOf(line).stream())
                    .distinct()
                    .toList();
        }

        private Stream<CauseChangement> ofThePlan() {
            return things.stream()
                    .filter(thing -> thing.type() == ThingDiff.Type.PLAN)
                    .flatMap(thing -> thing.causes().stream());
        }
    }

    /**
     * What differs in one plan or one room, by SIREN or identifier: conclusions first, then figures, a score with both its bounds, those that are
     * equal too; and what made it differ, the most decisive first.
     */
    public record ThingDiff(
            Type type, String id, String name, List<ValeurChangee> values, List<CauseChangement> causes) {

        /** What it is. */
        public enum Type {
            PLAN,
            ROOM
        }
    }

    /** Euros on a line of aid, AIDE_TOTALE, or BUDGET_ and a calendar year, before and after; null where no amount is known. */
    public record EuroLine(
            @JsonProperty("line") String what,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {

        /** What the line of all aid together is called. */
        public static final String TOTAL = "AIDE_TOTALE";

        private static final String BUDGET = "BUDGET_";

        /** Over plans: each line of aid, their total, then the budget years that one of both has, in order. */
        public static List<EuroLine> of(Collection<Plan> before, Collection<Plan> after) {
            List<EuroLine> lines = new ArrayList<>();
            for (AidLineName name : AidLineName.values()) {
                lines.add(line(name.name(), before, after, plan -> aid(plan, name)));
            }
            lines.add(line(TOTAL, before, after, Plan::getAidTotal));
            Stream.concat(before.stream(), after.stream())
                    .flatMap(plan -> plan.getBudget().stream())
                    .map(BudgetAnnuel::getYear)
                    .distinct()
                    .sorted()
                    .forEach(year -> lines.add(line(BUDGET + year, before, after, plan -> budget(plan, year))));
            return List.copyOf(lines);
        }

        /** Whether it does. */
        public boolean differs() {
            return before == null || after == null ? before != after : before.compareTo(after) != 0;
        }

        /** By how much it grows; null where nothing is known on either side. */
        public @Nullable BigDecimal growth() {
            return before == null && after == null
                    ? null
                    : Objects.requireNonNullElse(after, BigDecimal.ZERO)
                            .subtract(Objects.requireNonNullElse(before, BigDecimal.ZERO));
        }

        private static EuroLine line(
                String what,
                Collection<Plan> before,
                Collection<Plan> after,
                Function<Plan, @Nullable BigDecimal> amount) {
            return new EuroLine(what, sum(before, amount), sum(after, amount));
        }

        private static @Nullable BigDecimal sum(Collection<Plan> plans, Function<Plan, @Nullable BigDecimal> amount) {
            List<BigDecimal> known =
                    plans.stream().map(amount).filter(Objects::nonNull).toList();
            return known.isEmpty() ? null : known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private static @Nullable BigDecimal aid(Plan plan, AidLineName name) {
            return plan.getAid().stream()
                    .filter(line -> line.getLine() == name)
                    .map(AidLine::getAid)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        private static @Nullable BigDecimal budget(Plan plan, int year) {
            return plan.getBudget().stream()
                    .filter(one -> one.getYear() == year)
                    .map(BudgetAnnuel::getAid)
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * How people name the EPCIs, rooms, sites and public places that some sets of proposals are about, by SIREN, identifier, or
     * {@code commune:INSEE} for a host without one; the later sets name last.
     */
    public static Map<String, String> names(Proposals... sides) {
        Map<String, String> names = new TreeMap<>();
        for (Proposals side : sides) {
            side.plans().values().forEach(plan -> add(plan, names));
            side.conversions().values().stream()
                    .map(Conversion::getHost)
                    .filter(Objects::nonNull)
                    .forEach(host -> names.put(
                            Objects.requireNonNullElse(host.getId(), "commune:" + host.getInsee()), host.getName()));
        }
        return names;
    }

    private static void add(Plan plan, Map<String, String> names) {
        names.put(plan.getEpci(), plan.getName());
        plan.getCandidates()
                .forEach(one -> names.put(one.getSiege().getId(), one.getSiege().getName()));
        plan.getRooms().forEach(room -> names.put(room.getRoomId(), room.getName()));
    }
}
