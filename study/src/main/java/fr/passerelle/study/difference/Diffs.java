package fr.passerelle.study.difference;

import fr.passerelle.published.decision.KnownDecisions;
import fr.passerelle.published.decision.KnownDecisions.KnownDecision;
import fr.passerelle.published.place.NameOrder;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.rules.explanation.Changes;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.NatureChangement;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.ValeurChangee;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Study;
import fr.passerelle.study.difference.Diff.EpciDiff;
import fr.passerelle.study.difference.Diff.EuroLine;
import fr.passerelle.study.difference.Diff.ThingDiff;
import fr.passerelle.study.replay.ReplayManifest;
import fr.passerelle.study.replay.Replays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares replays with the runs that they replay up to. */
@Component
public record Diffs(Replays replays, Runs runs, Results results, KnownDecisions decisions) {

    /** What a replay finds otherwise; {@link RunRefused} where there is no such replay, or it has no results. */
    public Diff of(long no) {
        Study<ReplayManifest> replay = replays.get(no);
        if (!ReplayManifest.isCompleted(replay)) {
            throw new RunRefused(
                    "Le rejeu " + replay.id() + " n'a pas de résultats à comparer : il n'est pas terminé, ou"
                            + " il est écarté (« ./passerelle replay show " + replay.id() + " »).");
        }
        Run base = runs.get(replay.question().run());
        ProposalPair pair = pair(replay);
        ProposalComparison compared = new ProposalComparison(pair.before(), pair.after(), decided());
        List<EpciDiff> epcis = compared.epcis();
        return new Diff(
                replay,
                base,
                Baremes.read(base.baremeText()),
                ReplayManifest.bareme(replay),
                compared.changes,
                epcis,
                compared.epciIds().size() - epcis.size(),
                compared.euros(),
                compared.names);
    }

    /** What was proposed, and what a completed replay proposes, of what it is about. */
    public ProposalPair pair(Study<ReplayManifest> replay) {
        ReplayManifest.Scope scope = replay.question().scope();
        return new ProposalPair(
                narrowed(results.proposals(replay.question().run()), scope),
                narrowed(results.in(ReplayManifest.namespace(replay)).proposals(replay.no()), scope));
    }

    private List<KnownDecision> decided() {
        return decisions.all().stream().filter(KnownDecision::journalled).toList();
    }

    /** Those of all proposals that a replay is about: its EPCIs and, in an EPCI of which rooms were asked for, these rooms and its plan. */
    static Proposals narrowed(Proposals all, ReplayManifest.Scope scope) {
        if (scope.wholeRegion()) {
            return all;
        }
        Set<String> narrowed = all.scores().values().stream()
                .filter(score -> scope.rooms().contains(score.getRoomId()))
                .map(Frequentation::getEpci)
                .collect(Collectors.toSet());
        BiPredicate<String, String> isAsked = (epci, room) -> scope.epcis().contains(epci)
                && (!narrowed.contains(epci) || scope.rooms().contains(room));
        return Proposals.of(
                those(all.scores(), one -> isAsked.test(one.getEpci(), one.getRoomId())),
                those(all.conversions(), one -> isAsked.test(one.getEpci(), one.getRoomId())),
                those(all.plans(), plan -> scope.epcis().contains(plan.getEpci())));
    }

    private static <T> List<T> those(Map<String, T> all, Predicate<T> isAsked) {
        return all.values().stream().filter(isAsked).toList();
    }

    /** What was proposed and what a replay proposes, of what the replay is about. */
    public record ProposalPair(Proposals before, Proposals after) {}

    /** Two sets of proposals, held against each other EPCI by EPCI. */
    static final class ProposalComparison {

        private final Proposals before;
        private final Proposals after;
        private final List<KnownDecision> decisions;
        private final Changes changes;
        private final Map<String, Changement> plans;
        private final Map<String, Changement> conversions;
        private final Map<String, String> names;

        /** @param decisions on the log, in the order in which they were recorded */
        ProposalComparison(Proposals before, Proposals after, List<KnownDecision> decisions) {
            this.before = before;
            this.after = after;
            this.decisions = decisions;
            this.changes = Changes.between(before, after);
            this.plans = told("PLAN");
            this.conversions = told("CONVERSION");
            this.names = Diff.names(before, after);
        }

        private String name(String siren) {
            return names.getOrDefault(siren, "Salles sans intercommunalité");
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
            List<EuroLine> euros = was == null && is == null
                    ? List.of()
                    : EuroLine.of(was == null ? List.of() : List.of(was), is == null ? List.of() : List.of(is));
            List<KnownDecision> decided = decisions.stream()
                    .filter(known -> known.decision().getEpci().equals(epci))
                    .toList();
            return new EpciDiff(epci, name(epci), things, euros, is == null ? List.of() : is.getEcarts(), decided);
        }

        private Optional<ThingDiff> plan(String epci, @Nullable Plan was, @Nullable Plan is) {
            Changement changed = plans.get(epci);
            List<ValeurChangee> values = new ArrayList<>(values(changed));
            values.addAll(ComparedFigures.changed(ComparedFigures.OF_A_PLAN, was, is));
            List<CauseChangement> causes = changed == null ? List.of() : changed.getCauses();
            return thing(ThingDiff.Type.PLAN, epci, name(epci), values, causes);
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
            List<CauseChangement> causes =
                    changed == null ? changes.scoreCause(id).stream().toList() : changed.getCauses();
            return thing(ThingDiff.Type.ROOM, id, names.getOrDefault(id, id), values, causes);
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

        private Map<String, Changement> told(String type) {
            return changes.list().stream()
                    .filter(change -> change.getType().equals(type))
                    .collect(Collectors.toMap(Changement::getId, Function.identity()));
        }
    }

    /** Figures that a person compares beside the conclusions, each by its stable code. */
    private record ComparedFigures<T>(String what, Function<T, @Nullable Object> value) {

        static final List<ComparedFigures<Frequentation>> OF_A_STATE =
                List.of(new ComparedFigures<>("ETAT", Frequentation::getState));

        static final List<ComparedFigures<Frequentation>> OF_A_SCORE = List.of(
                new ComparedFigures<>("NOTE", Frequentation::getScore),
                new ComparedFigures<>("BORNE_BASSE", Frequentation::getLow),
                new ComparedFigures<>("BORNE_HAUTE", Frequentation::getHigh));

        static final List<ComparedFigures<Plan>> OF_A_PLAN = List.of(
                new ComparedFigures<>("ETAPES", Plan::getEtapes),
                new ComparedFigures<>("SEANCES", Plan::getSessionsAMonth),
                new ComparedFigures<>("A_INSTRUIRE", Plan::getAInstruire),
                new ComparedFigures<>("DONNEES_INSUFFISANTES", Plan::getDonneesInsuffisantes));

        /** What a proposal is, for one that came or went. */
        static final List<ComparedFigures<Conversion>> OF_A_CONVERSION =
                List.of(new ComparedFigures<>("DEVENIR", Conversion::getKind));

        /** Those that differ; all of them where one of both is not there. */
        static <T> List<ValeurChangee> changed(
                List<ComparedFigures<T>> figures, @Nullable T before, @Nullable T after) {
            return figures.stream()
                    .map(figure -> new ValeurChangee(figure.what, figure.of(before), figure.of(after)))
                    .filter(changed -> !Objects.equals(changed.getBefore(), changed.getAfter()))
                    .toList();
        }

        /** All of them where one differs, since each is read beside the others; else none. */
        static <T> List<ValeurChangee> together(
                List<ComparedFigures<T>> figures, @Nullable T before, @Nullable T after) {
            return changed(figures, before, after).isEmpty()
                    ? List.of()
                    : figures.stream()
                            .map(figure -> new ValeurChangee(figure.what, figure.of(before), figure.of(after)))
                            .toList();
        }

        private @Nullable String of(@Nullable T record) {
            Object found = record == null ? null : value.apply(record);
            return found == null ? null : found.toString();
        }
    }
}
