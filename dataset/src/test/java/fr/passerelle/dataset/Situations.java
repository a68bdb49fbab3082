package fr.passerelle.dataset;

import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.run.Run;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Facts;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.sheets.form.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is published of an EPCI of three rooms, each proposed as an étape, after some decisions. */
public final class Situations {

    static final String EPCI = "200000001";

    static final Hosting BARE =
            Hosting.newBuilder().setFunctionsToday(List.of()).build();

    private Situations() {}

    static DatasetSource after(DecisionRecorded... decisions) {
        return after(false, decisions);
    }

    static DatasetSource after(boolean demonstration, DecisionRecorded... decisions) {
        return of(demonstration, false, new PublicNeeds(), ToldCalendar.NONE, decisions);
    }

    /** @param published whether what is exported is for anybody */
    static DatasetSource asking(PublicNeeds needs, boolean published) {
        return of(false, published, needs, ToldCalendar.NONE);
    }

    /** @param published whether what is exported is for anybody */
    static DatasetSource told(ToldCalendar calendar, boolean published) {
        return of(false, published, new PublicNeeds(), calendar);
    }

    private static DatasetSource of(
            boolean demonstration,
            boolean published,
            PublicNeeds needs,
            ToldCalendar calendar,
            DecisionRecorded... decisions) {
        LogFold log = new LogFold();
        log.take(EpciDescribed.newBuilder(Facts.epci())
                .setName("CC du Pays")
                .setCommunes(List.of())
                .build());
        List<String> rooms = List.of("S1", "S2", "S3");
        rooms.forEach(room -> log.take(Facts.room(room, BARE)));
        Arrays.stream(decisions).forEach(log::take);
        return of(
                log,
                Proposals.of(List.of(), rooms.stream().map(Situations::etape).toList(), List.of()),
                new Provenance("essai", run(demonstration), published),
                null,
                needs,
                calendar);
    }

    /** What a run of the demonstration leaves without attendance and needs. */
    static DatasetSource of(LogFold log, Proposals proposals, ToldCalendar calendar, boolean published) {
        return of(log, proposals, new Provenance("essai", run(true), published), null, new PublicNeeds(), calendar);
    }

    /** What attendance anybody is shown of a run whose month is given. */
    static DatasetSource of(LogFold log, PublicCounts counts, YearMonth asOf) {
        Provenance provenance = new Provenance("essai", run(false, asOf.toString()), true);
        return of(log, Proposals.NONE, provenance, counts, new PublicNeeds(), ToldCalendar.NONE);
    }

    private static DatasetSource of(
            LogFold log,
            Proposals proposals,
            Provenance provenance,
            @Nullable PublicCounts counts,
            PublicNeeds needs,
            ToldCalendar calendar) {
        return new DatasetSource(
                provenance, proposals, new LogInventory(log), counts, needs, calendar, insee -> List.of());
    }

    /** On an EPCI, whose seat is a room, or on a room that becomes an étape. */
    static DecisionRecorded decision(
            DecisionKind kind, String subject, String day, @Nullable String seat, AideNotifiee... aid) {
        return BarePlan.decision(subject, EPCI, kind, day)
                .setAct("CP-" + day)
                .setSeat(seat)
                .setAid(List.of(aid))
                .setConversion(subject.startsWith("room:") ? ConversionKind.ETAPE_NOMADE.name() : null)
                .build();
    }

    static AideNotifiee aid(String line, String euros) {
        return new AideNotifiee(line, new BigDecimal(euros));
    }

    private static Conversion etape(String room) {
        Host host = Host.newBuilder()
                .setKind(HostKind.SALLE)
                .setId(room)
                .setName("Salle " + room)
                .setInsee("02001")
                .setCommune("Abbécourt")
                .setDistanceM(0)
                .setSharedWith(List.of())
                .setSessionsAMonth(2)
                .build();
        return BarePlan.etape(room, EPCI, host, 2).build();
    }

    /** Its cells in a column, in the order of its rows. */
    static <R> List<@Nullable Object> cells(Table<R> table, String name) {
        Table.Column<R> column = table.columns().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<@Nullable Object> cells = new ArrayList<>();
        table.rows().forEach(row -> cells.add(column.of(row)));
        return cells;
    }

    static List<String> column(Table<?> table, String name) {
        return cells(table, name).stream().map(String::valueOf).toList();
    }

    static List<String> names(Table<?> table) {
        return table.columns().stream().map(Table.Column::name).toList();
    }

    /** Where its rows are. */
    static <R> List<List<Table.Point>> paths(Table<R> table) {
        List<List<Table.Point>> paths = new ArrayList<>();
        table.rows()
                .forEach(row -> paths.add(Objects.requireNonNull(table.path()).apply(row)));
        return paths;
    }

    /** The seventh run, which was published on the last day of November 2017. */
    public static PublishedRun run(boolean demonstration) {
        return run(demonstration, "2017-10");
    }

    private static PublishedRun run(boolean demonstration, String asOf) {
        Instant at = Instant.parse("2017-11-30T22:59:59.123Z");
        Bareme voted = Baremes.load("2017-05");
        return new PublishedRun(7, Run.idOf(7), asOf, voted, demonstration, "cd".repeat(32), at);
    }
}
