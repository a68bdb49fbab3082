package fr.passerelle.envelope.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.envelope.implantation.LocationQuestion;
import fr.passerelle.envelope.implantation.StopArea;
import fr.passerelle.envelope.implantation.StopArea.StopHost;
import fr.passerelle.envelope.implantation.StopCheck;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem.CostRing;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem.Facility;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem.NearestCustomer;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EtapeImplantee;
import fr.passerelle.schemas.event.Implantation;
import fr.passerelle.schemas.event.Objectif;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Questions small enough to try every answer, and larger ones that two ways have to agree on. */
class LocationSolverPropertiesTest {

    private static final int QUESTIONS = 150;
    private static final int REGIONS = 10;

    @RepeatedTest(QUESTIONS)
    void findsTheOneAnswerThatTryingAllOfThemFinds(RepetitionInfo repetition) {
        AnyQuestion any = new AnyQuestion(Seeds.random(repetition), 6, 5);
        List<StopArea> areas = any.areas(2);

        for (Objectif objectif : Objectif.values()) {
            LocationQuestion question = any.of(areas, objectif);
            Optional<List<List<StopHost>>> best = new EverySelection(question).best();

            if (best.isPresent()) {
                assertIs(LocationSolver.solve(question), question, best.get());
            } else {
                assertThatThrownBy(() -> LocationSolver.solve(question)).isInstanceOf(RunRefused.class);
            }
        }
    }

    /** Dynamic programming over EPCIs, and all of them in one model, share the stops out to the same worth. */
    @RepeatedTest(REGIONS)
    void sharesStopsOutAsOneModelOfTheRegionDoes(RepetitionInfo repetition) {
        AnyQuestion any = new AnyQuestion(Seeds.random(repetition), 25, 12);
        List<StopArea> areas = any.areas(6).stream()
                .map(LocationSolverPropertiesTest::withoutSessions)
                .toList();
        LocationQuestion question = any.of(areas, Objectif.NOMBRE);
        WholeRegion region = new WholeRegion(question);

        if (question.number() >= region.pinned()) {
            assertThat(LocationSolver.solve(question).getBound()).isEqualTo(region.mostNear());
        }
    }

    /** Stops that are as good in one EPCI as in another go to the same, too. */
    @RepeatedTest(REGIONS)
    void saysTheSameWhateverTheOrderOfTheEpcis(RepetitionInfo repetition) {
        AnyQuestion any = new AnyQuestion(Seeds.random(repetition), 25, 12);
        List<StopArea> areas = any.areas(6);
        LocationQuestion question = any.of(areas, Objectif.NOMBRE);
        LocationQuestion reversed =
                new LocationQuestion(areas.reversed(), question.radiusMetres(), question.objectif(), question.asked());

        assertThat(answer(reversed)).isEqualTo(answer(question));
    }

    private static Optional<Implantation> answer(LocationQuestion question) {
        try {
            return Optional.of(LocationSolver.solve(question));
        } catch (RunRefused none) {
            return Optional.empty();
        }
    }

    private static StopArea withoutSessions(StopArea area) {
        return new StopArea(area.siren(), area.name(), area.communes(), area.points(), area.hosts(), 0, area.quota());
    }

    private static void assertIs(Implantation answer, LocationQuestion question, List<List<StopHost>> best) {
        assertThat(answer.getPreuve()).isEqualTo(Preuve.OPTIMAL);
        for (int area = 0; area < question.areas().size(); area++) {
            assertThat(answer.getEpcis().get(area).getEtapes())
                    .as("%s", question)
                    .extracting(EtapeImplantee::getInsee, EtapeImplantee::getHost)
                    .containsExactlyElementsOf(best.get(area).stream()
                            .map(host -> tuple(host.insee(), host.id()))
                            .toList());
        }
    }

    /** Small questions drawn from a seed: close communes, some of which nothing reaches, and ties on purpose. */
    record AnyQuestion(Random dice, int mostCommunes, int mostHosts) {

        static final int RADIUS = 5_000;

        List<StopArea> areas(int most) {
            return IntStream.rangeClosed(1, 1 + dice.nextInt(most))
                    .mapToObj(this::area)
                    .toList();
        }

        LocationQuestion of(List<StopArea> areas, Objectif objectif) {
            int hosts = areas.stream().mapToInt(area -> area.hosts().size()).sum();
            return new LocationQuestion(
                    areas,
                    RADIUS,
                    objectif,
                    switch (objectif) {
                        case MEME_NOMBRE -> null;
                        case NOMBRE -> dice.nextInt(hosts + 1);
                        case COUVERTURE -> 100 * dice.nextInt(11);
                    });
        }

        private StopArea area(int number) {
            List<Commune> communes = IntStream.rangeClosed(0, dice.nextInt(mostCommunes))
                    .mapToObj(commune -> commune(number, commune))
                    .toList();
            List<StopHost> hosts = IntStream.range(0, dice.nextInt(mostHosts + 1))
                    .mapToObj(host -> host(communes, host))
                    .sorted(Comparator.comparing(StopHost::insee).thenComparing(StopHost::name))
                    .toList();
            int byRule = (int) hosts.stream().filter(StopHost::byRule).count();
            return new StopArea(
                    "20000000" + number, "CC " + number, communes, points(communes), hosts, dice.nextInt(20), byRule);
        }

        private Commune commune(int area, int number) {
            return new Commune(
                    "0%d%03d".formatted(area, number),
                    "Commune " + number,
                    100 * dice.nextInt(5),
                    49 + dice.nextInt(6) * 0.025,
                    3 + dice.nextInt(4) * 0.04,
                    null);
        }

        private StopHost host(List<Commune> communes, int number) {
            Commune commune = communes.get(dice.nextInt(communes.size()));
            boolean byRule = dice.nextBoolean();
            return new StopHost(
                    commune.getInsee(),
                    commune.getName(),
                    "H" + number,
                    "Lieu " + number,
                    byRule && dice.nextInt(4) == 0,
                    byRule,
                    2 + dice.nextInt(7));
        }

        private Set<String> points(List<Commune> communes) {
            return communes.stream()
                    .filter(commune -> dice.nextInt(8) == 0)
                    .map(Commune::getInsee)
                    .collect(Collectors.toSet());
        }
    }

    /** Every answer that there is, and the best of them by the words of the contract. */
    record EverySelection(LocationQuestion question) {

        Optional<List<List<StopHost>>> best() {
            return from(List.of())
                    .filter(selection -> StopCheck.of(question, selection).holds())
                    .min(order());
        }

        private Stream<List<List<StopHost>>> from(List<List<StopHost>> before) {
            if (before.size() == question.areas().size()) {
                return Stream.of(before);
            }
            StopArea next = question.areas().get(before.size());
            return IntStream.range(0, 1 << next.hosts().size())
                    .boxed()
                    .flatMap(chosen -> from(Stream.concat(before.stream(), Stream.of(hosts(next, chosen)))
                            .toList()));
        }

        private static List<StopHost> hosts(StopArea area, int chosen) {
            return IntStream.range(0, area.hosts().size())
                    .filter(host -> (chosen >> host & 1) == 1)
                    .mapToObj(area.hosts()::get)
                    .toList();
        }

        private Comparator<List<List<StopHost>>> order() {
            Comparator<List<List<StopHost>>> best = Comparator.comparing(this::near, Comparator.reverseOrder());
            Comparator<List<List<StopHost>>> order = question.objectif() == Objectif.COUVERTURE
                    ? Comparator.comparingInt(EverySelection::stops).thenComparing(best)
                    : best;
            return order.thenComparingLong(this::moved)
                    .thenComparing(this::shares, Comparator.reverseOrder())
                    .thenComparing(this::firsts, Comparator.reverseOrder());
        }

        private long near(List<List<StopHost>> selection) {
            return StopCheck.of(question, selection).near();
        }

        private static int stops(List<List<StopHost>> selection) {
            return selection.stream().mapToInt(List::size).sum();
        }

        private long moved(List<List<StopHost>> selection) {
            return selection.stream()
                    .flatMap(List::stream)
                    .filter(host -> !host.byRule())
                    .count();
        }

        /** Numbers of stops under ten, in the order of the areas. */
        private String shares(List<List<StopHost>> selection) {
            StringBuilder shares = new StringBuilder();
            selection.forEach(stops -> shares.append(stops.size()));
            return shares.toString();
        }

        private String firsts(List<List<StopHost>> selection) {
            StringBuilder firsts = new StringBuilder();
            for (int area = 0; area < selection.size(); area++) {
                List<StopHost> stops = selection.get(area);
                question.areas().get(area).hosts().forEach(host -> firsts.append(stops.contains(host) ? '1' : '0'));
            }
            return firsts.toString();
        }
    }

    /** All EPCIs in one model, with one row for the stops of the region. */
    record WholeRegion(LocationQuestion question) {

        int pinned() {
            return question.areas().stream()
                    .mapToInt(area -> area.pinned().size())
                    .sum();
        }

        long mostNear() {
            List<Facility> facilities = new ArrayList<>();
            List<NearestCustomer> customers = new ArrayList<>();
            long reachable = 0;
            for (StopArea area : question.areas()) {
                int first = facilities.size();
                area.hosts().forEach(host -> facilities.add(new Facility(0, host.capacity(), host.pinned())));
                StopModel.customers(area, question.radiusMetres())
                        .forEach(customer -> customers.add(after(first, customer)));
                reachable += area.reach(area.hosts(), question.radiusMetres()).near();
            }
            FacilityProblem problem =
                    new FacilityProblem(facilities, customers, List.of(), OptionalInt.of(question.number()), 0);
            try (FacilityModel model = new FacilityModel(problem)) {
                return reachable - model.leastCost().cost();
            }
        }

        private static NearestCustomer after(int first, NearestCustomer customer) {
            return new NearestCustomer(customer.rings().stream()
                    .map(ring -> new CostRing(
                            ring.facilities().stream()
                                    .map(facility -> first + facility)
                                    .toList(),
                            ring.beyond()))
                    .toList());
        }
    }
}
