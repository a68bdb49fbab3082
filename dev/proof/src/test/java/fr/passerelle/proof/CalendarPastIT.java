package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.count;
import static fr.passerelle.proof.Deployments.said;
import static fr.passerelle.proof.Deployments.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.ProgramProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cycle that people were told, planned again while its days go by, on real programs whose clock libfaketime sets. */
@Tag("proof")
@Story.Told
class CalendarPastIT {

    private static final String HEADER =
            "animateur;epci_siren;commune;epcis_desservies;demi_journees;absences;tablettes\n";
    private static final String LIEUX = "lieu;epci_siren;horaires;fermetures;capacite;vacances_scolaires\n";
    private static final Pattern EVENT = Pattern.compile("(?s)BEGIN:VEVENT.*?UID:(\\S+).*?END:VEVENT");

    @AutoClose
    private Deployment system;

    @TempDir
    private Path folder;

    @BeforeAll
    void publishANight() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/faketime")), "faketime (Debian: faketime)");
        system = Deployments.published("past", Inputs.extract());
    }

    /** A-12 left, A-13 came: what A-12 held stays told as it was, and no étape has more or fewer sessions for it. */
    @Test
    void keepsWhatHasBeenWhereAnAnimateurIsReplaced() {
        calendar(
                "2018-01-05",
                "T-000001",
                "",
                row("A-12", "MARDI", "JEUDI", ""),
                row("A-20", "MERCREDI", "VENDREDI", ""));
        SortedMap<String, String> told = sessions("true");
        Told before = told("2018-01-25");

        calendar(
                "2018-01-24",
                "T-000002",
                "",
                row("A-13", "MARDI", "JEUDI", ""),
                row("A-20", "MERCREDI", "VENDREDI", ""));

        assertStands(before, "2018-01-25");
        assertThat(sessions("cancelled is null")).hasSameSizeAs(told);
        assertThat(count(
                        system,
                        "tour_session where animateur = 'A-12'" + " and cancelled is null and day > '2018-01-25'"))
                .isZero();
    }

    @Test
    void keepsWhatHasBeenWhereARowGoesAndHoursChange() {
        Told before = told("2018-01-26");

        calendar("2018-01-25", "T-000003", lieux("\"Mo-Sa 15:00-19:00\"", ""), row("A-13", "MARDI", "JEUDI", ""));

        assertStands(before, "2018-01-26");
    }

    @Test
    void keepsWhatHasBeenWhereTabletsGoAndPlacesCloseForEver() {
        Told before = told("2018-01-27");

        calendar(
                "2018-01-26",
                "T-000004",
                lieux("", "2018-01-01 au 2030-12-31"),
                row("A-13", "MARDI", "JEUDI", "3"),
                row("A-20", "MERCREDI", "VENDREDI", "3"));

        assertStands(before, "2018-01-27");
        assertThat(sessions("cancelled is null and day > '2018-01-27'")).isEmpty();
    }

    /** Planned on a Saturday and published on the Wednesday: nobody is told of sessions that nobody can come to any more. */
    @Test
    void announcesNothingThatHasGoneBy() {
        plan("2018-01-27", "", row("A-13", "MARDI", "JEUDI", ""), row("A-20", "MERCREDI", "VENDREDI", ""));
        said(system, "tournees run T-000005");
        Told before = told("2018-02-01");

        String said = at("2018-01-31", "tournees publish T-000005 --reason Reprise");

        assertThat(said).containsPattern("[0-9]+ séances? dont l'heure est passée");
        assertStands(before, "2018-02-01");
        assertThat(sessions("cancelled is null and day between '2018-01-28' and '2018-01-30'"))
                .isEmpty();
        assertThat(sessions("cancelled is null and day > '2018-01-30'")).isNotEmpty();
    }

    /** Whatever a later night exports, and whatever the log is read again from. */
    @Test
    void exportsWhatHasBeenAndAgreesWithTheLog() {
        system.night(Inputs.and(Inputs.extract(), "--force"));
        Path file = folder.resolve("seances.csv");
        said(system, "export seances --format csv --output %s", file);

        String exported = Tree.read(file);
        assertThat(sessions("cancelled is null and day < '2018-01-24'").keySet())
                .isNotEmpty()
                .allSatisfy(seance -> assertThat(exported).contains(seance));
        assertThat(said(system, "verify")).contains("Tout concorde");
    }

    /** What stands of some days, in the database and in the agendas. */
    private record Told(SortedMap<String, String> sessions, SortedMap<String, String> events) {}

    private Told told(String until) {
        SortedMap<String, String> sessions = sessions("day <= '" + until + "'");
        SortedMap<String, String> events = events();
        events.values().removeIf(event -> day(event).isAfter(LocalDate.parse(until)));
        assertThat(sessions).hasSameSizeAs(events).isNotEmpty();
        return new Told(sessions, events);
    }

    private void assertStands(Told before, String until) {
        assertThat(sessions("day <= '" + until + "'")).containsAllEntriesOf(before.sessions());
        assertThat(events()).containsAllEntriesOf(before.events());
    }

    private SortedMap<String, String> sessions(String which) {
        String rows =
                system.text("select coalesce(string_agg(concat_ws(';', seance, etape, name, insee, day, start_minute,"
                        + " end_minute, animateur, sequence, coalesce(cancelled, 'tenue')), E'\\n"
                        + "'), '') from passerelle.tour_session where " + which);
        return rows.lines()
                .collect(Collectors.toMap(
                        line -> line.split(";", 2)[0], line -> line, (one, other) -> one, TreeMap::new));
    }

    private SortedMap<String, String> events() {
        said(system, "tournees ics --published --dir %s --force", folder);
        return Tree.list(folder).stream()
                .filter(file -> file.getFileName().toString().startsWith("epci-"))
                .flatMap(file ->
                        EVENT.matcher(Tree.read(file).replace("\r\n ", "")).results())
                .collect(Collectors.toMap(
                        event -> event.group(1), MatchResult::group, (one, other) -> one, TreeMap::new));
    }

    private static LocalDate day(String event) {
        String start = event.replaceFirst("(?s).*DTSTART:(\\d{8}).*", "$1");
        return LocalDate.parse(start, DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** Plans, computes and publishes one on a day. */
    private void calendar(String day, String id, String lieux, String... rows) {
        plan(day, lieux, rows);
        said(system, "tournees run %s", id);
        at(day, "tournees publish %s --reason Reprise", id);
    }

    private void plan(String day, String lieux, String... rows) {
        var line = "tournees plan --from 2018-01-08 --weeks 4 --reason Reprise --animateurs %s";
        var animateurs = file("animateurs.csv", HEADER + String.join("", rows));
        if (lieux.isEmpty()) {
            at(day, line, animateurs);
        } else {
            at(day, line + " --lieux %s", animateurs, file("lieux.csv", LIEUX + lieux));
        }
    }

    private static String row(String id, String one, String other, String tablets) {
        String halves = Stream.of(one, other)
                .flatMap(day -> Stream.of(day + "_MATIN", day + "_APRES_MIDI"))
                .collect(Collectors.joining("|"));
        return id + ";200072031;02168;;" + halves + ";;" + tablets + "\n";
    }

    /** The same of all places. */
    private String lieux(String hours, String closed) {
        return sessions("true").values().stream()
                .map(session -> session.split(";")[1])
                .distinct()
                .map(etape -> etape + ";;" + hours + ";" + closed + ";;\n")
                .collect(Collectors.joining());
    }

    /** What a command says on a day, at ten. */
    private String at(String day, String line, Object... values) {
        String words = Stream.concat(
                        Deployments.command("cli", system.properties()).stream(), words(line, values).stream())
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        ProgramProcess program = Deployments.shell(
                "exec faketime -m -f '@" + day + " 10:00:00' " + words, Map.of("FAKETIME_DONT_FAKE_MONOTONIC", "1"));
        assertThat(program.end())
                .as(day + " " + words + "\n" + program.transcript())
                .isZero();
        return program.transcript();
    }

    private String file(String name, String text) {
        return Tree.write(folder.resolve(name), text).toString();
    }
}
