package fr.passerelle.console.api;

import fr.passerelle.calendar.tour.TourPlans;
import fr.passerelle.envelope.scenario.Scenarios;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.schemas.event.ToursComputed;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.springframework.stereotype.Component;

/** The collections of the API, in the order of its description. */
@Component
class ApiCollections {

    private static final String EPCI = "epci";

    private final List<ApiCollection> all;

    ApiCollections(
            RunRecords runs, DecisionRecords decisions, PlaceTable places, Scenarios scenarios, TourPlans calendars) {
        this.all = Stream.of(
                        runs(runs),
                        inventory(),
                        results(),
                        told(decisions, places),
                        computed(scenarios, calendars),
                        budgets())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ApiCollection> runs(RunRecords runs) {
        return List.of(new ApiCollection(
                "runs", RunRecords.SCHEMA, Optional.of("run_id"), List.of("kind", "state"), published -> runs.stock()));
    }

    private static List<ApiCollection> inventory() {
        return List.of(
                published(
                        "rooms",
                        RoomInventoried.getClassSchema(),
                        "room_id",
                        List.of(EPCI, "insee", "gestion"),
                        p -> p.rooms().values()),
                published(
                        "sites",
                        SiteDescribed.getClassSchema(),
                        "site_id",
                        List.of(EPCI, "insee"),
                        p -> p.sites().values()));
    }

    private static List<ApiCollection> results() {
        return List.of(
                published(
                        "plans",
                        Plan.getClassSchema(),
                        EPCI,
                        List.of("besoin", "tiers_lieu"),
                        p -> p.proposals().plans().values()),
                published(
                        "scores",
                        Frequentation.getClassSchema(),
                        "room_id",
                        List.of(EPCI, "state"),
                        p -> p.proposals().scores().values()),
                published(
                        "conversions",
                        Conversion.getClassSchema(),
                        "room_id",
                        List.of(EPCI, "kind", "candidature"),
                        p -> p.proposals().conversions().values()));
    }

    private static List<ApiCollection> told(DecisionRecords decisions, PlaceTable places) {
        return List.of(
                new ApiCollection(
                        "needs",
                        NeedsReported.getClassSchema(),
                        Optional.of(EPCI),
                        List.of(),
                        published -> needs(places.needs(published.run().no()))),
                new ApiCollection(
                        "decisions",
                        DecisionRecorded.getClassSchema(),
                        Optional.empty(),
                        List.of(EPCI, "subject", "kind"),
                        decisions::stock));
    }

    private static List<ApiCollection> computed(Scenarios scenarios, TourPlans calendars) {
        return List.of(
                new ApiCollection(
                        "scenarios",
                        ScenarioComputed.getClassSchema(),
                        Optional.of("scenario_id"),
                        List.of("kind"),
                        published -> computed(scenarios.all().stream()
                                .flatMap(scenario -> scenarios.computed(scenario.no()).stream()))),
                new ApiCollection(
                        "calendars",
                        ToursComputed.getClassSchema(),
                        Optional.empty(),
                        List.of("tour_id"),
                        published -> computed(calendars.all().stream()
                                .flatMap(calendar -> calendars.computed(calendar.no()).stream()))));
    }

    /** What was computed never changes, and nothing of it leaves: its number is its version. */
    private static Stock computed(Stream<? extends IndexedRecord> records) {
        List<? extends IndexedRecord> all = records.toList();
        return new Stock(String.valueOf(all.size()), all);
    }

    private static List<ApiCollection> budgets() {
        return List.of(
                budget("budget", BudgetRecords.LINE, List.of(EPCI, "departement", "line"), BudgetRecords::lines),
                budget("budget-years", BudgetRecords.YEAR, List.of(EPCI, "departement", "year"), BudgetRecords::years));
    }

    List<ApiCollection> all() {
        return all;
    }

    Optional<ApiCollection> find(String path) {
        return all.stream().filter(dataset -> dataset.path().equals(path)).findFirst();
    }

    /**
     * The one of this path.
     *
     * @throws MissingItem where there is none
     */
    ApiCollection get(String path) {
        return find(path)
                .orElseThrow(() -> new MissingItem("« " + path + " » n’est pas une collection ; celles qui existent : "
                        + all.stream().map(ApiCollection::path).collect(Collectors.joining(", ")) + "."));
    }

    private static Stock needs(Map<String, List<Demande>> told) {
        return new Stock(
                "",
                told.entrySet().stream()
                        .map(epci -> new NeedsReported(epci.getKey(), epci.getValue()))
                        .sorted(Comparator.comparing(NeedsReported::getEpci))
                        .toList());
    }

    private static ApiCollection published(
            String path,
            Schema schema,
            String key,
            List<String> filters,
            Function<PublishedResults, Collection<? extends IndexedRecord>> items) {
        return new ApiCollection(
                path,
                schema,
                Optional.of(key),
                filters,
                published -> new Stock("", List.copyOf(items.apply(published))));
    }

    private static ApiCollection budget(
            String path,
            Schema schema,
            List<String> filters,
            Function<PublishedResults, List<? extends IndexedRecord>> items) {
        return new ApiCollection(
                path, schema, Optional.empty(), filters, published -> new Stock("", items.apply(published)));
    }
}
