package fr.passerelle.published.difference;

import fr.passerelle.published.decision.KnownDecision;
import fr.passerelle.published.place.NameOrder;
import fr.passerelle.rules.explanation.Changes;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.NatureChangement;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.ValeurChangee;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two sets of proposals, held against each other EPCI by EPCI. */
final class ProposalComparison {

    private final Proposals before;
    private final Proposals after;
    private final List<KnownDecision> decisions;
    private final Changes changes;
    private final Map<String, Changement> plans;
    private final Map<String, Changement> conversions;
    private final ProposalNames names;

    /** @param decisions on the log, in the order in which they were recorded */
    ProposalComparison(Proposals before, Proposals after, List<KnownDecision> decisions) {
        this.before = before;
        this.after = after;
        this.decisions = decisions;
        this.changes = Changes.between(before, after);
        this.plans = told("PLAN");
        this.conversions = told("CONVERSION");
        this.names = ProposalNames.of(before, after);
    }

    Changes changes() {
        return changes;
    }

    ProposalNames names() {
        return names;
    }

    List<EuroLine> euros() {
        return EuroLine.of(before.plans().values(), after.plans().values());
    }

    /** Those for which something differs, by name. */
    List<EpciDiff> epcis() {
        Map<String, List<ThingDiff>> rooms = rooms();
        return epciIds().stream()
                .map(epci -> epci(epci, rooms.getOrDefault(epci, List.of())))
                .filter(epci -> !epci.things().isEmpty() || epci.costsOtherwise())
                .sorted(NameOrder.by(EpciDiff::name, EpciDiff::epci))
                .toList();
    }

    /** All that are compared. */
    TreeSet<String> epciIds() {
        return Stream.of(before, after)
                .flatMap(one -> Stream.concat(
                        one.plans().keySet().stream(),
                        one.scores().values().stream().map(Frequentation::getEpci)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private EpciDiff epci(String epci, List<ThingDiff> rooms) {
        Plan was = before.plans().get(epci);
        Plan is = after.plans().get(epci);
        List<ThingDiff> things = new ArrayList<>();
        plan(epci, was, is).ifPresent(things::add);
        things.addAll(rooms);
        List<EuroLine> euros = was == null && is == null ? List.of() : EuroLine.of(listed(was), listed(is));
        return new EpciDiff(
                epci, names.epci(epci), things, euros, is == null ? List.of() : is.getEcarts(), decidedOn(epci));
    }

    private List<KnownDecision> decidedOn(String epci) {
        return decisions.stream()
                .filter(known -> known.decision().getEpci().equals(epci))
                .toList();
    }

    private Optional<ThingDiff> plan(String epci, @Nullable Plan was, @Nullable Plan is) {
        Changement changed = plans.get(epci);
        List<ValeurChangee> values = new ArrayList<>(values(changed));
        values.addAll(ComparedFigures.changed(ComparedFigures.OF_A_PLAN, was, is));
        return thing(ThingDiff.Type.PLAN, epci, names.epci(epci), values, causes(changed));
    }

    private Map<String, List<ThingDiff>> rooms() {
        Map<String, List<ThingDiff>> rooms = new TreeMap<>();
        TreeSet<String> ids = new TreeSet<>(before.scores().keySet());
        ids.addAll(after.scores().keySet());
        ids.forEach(id -> room(id).ifPresent(room ->
                rooms.computeIfAbsent(epciOf(id), epci -> new ArrayList<>()).add(room)));
        return rooms;
    }

    private Optional<ThingDiff> room(String id) {
        Changement changed = conversions.get(id);
        List<ValeurChangee> values = new ArrayList<>(values(changed));
        if (changed != null && changed.getNature() != NatureChangement.MODIFIE) {
            values.addAll(ComparedFigures.changed(
                    ComparedFigures.OF_A_CONVERSION,
                    before.conversions().get(id),
                    after.conversions().get(id)));
        }
        Frequentation was = before.scores().get(id);
        Frequentation is = after.scores().get(id);
        values.addAll(ComparedFigures.changed(ComparedFigures.OF_A_STATE, was, is));
        values.addAll(ComparedFigures.together(ComparedFigures.OF_A_SCORE, was, is));
        List<CauseChangement> causes = changed == null ? scoreCauses(id) : changed.getCauses();
        return thing(ThingDiff.Type.ROOM, id, names.of(id), values, causes);
    }

    private List<CauseChangement> scoreCauses(String room) {
        return changes.scoreCause(room).stream().toList();
    }

    private String epciOf(String room) {
        Frequentation is = after.scores().get(room);
        return Objects.requireNonNull(is == null ? before.scores().get(room) : is)
                .getEpci();
    }

    private static Optional<ThingDiff> thing(
            ThingDiff.Type type, String id, String name, List<ValeurChangee> values, List<CauseChangement> causes) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new ThingDiff(type, id, name, List.copyOf(values), causes));
    }

    private static List<ValeurChangee> values(@Nullable Changement changed) {
        return changed == null ? List.of() : changed.getValues();
    }

    private static List<CauseChangement> causes(@Nullable Changement changed) {
        return changed == null ? List.of() : changed.getCauses();
    }

    private static List<Plan> listed(@Nullable Plan plan) {
        return plan == null ? List.of() : List.of(plan);
    }

    private Map<String, Changement> told(String type) {
        return changes.list().stream()
                .filter(change -> change.getType().equals(type))
                .collect(Collectors.toMap(Changement::getId, Function.identity()));
    }
}
