package fr.passerelle.sources.territory;

import static fr.passerelle.local.fixture.Csv.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.local.fixture.Csv;
import fr.passerelle.local.fixture.OtherFacts;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Snapshot;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectedRow;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.territory.SchoolHolidays.Holidays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceFactsTest {

    private final ReferenceFacts facts = ReferenceFacts.load();

    @ParameterizedTest
    @CsvSource({
        "02094, Known 02094", "02026, Known 02458", "60455, COMMUNE_CONTRADICTOIRE", "99132, Abroad 99132",
        "99100, COMMUNE_INCONNUE", "99000, COMMUNE_INCONNUE", "02344, COMMUNE_INCONNUE", "75056, COMMUNE_INCONNUE"
    })
    void resolvesCodesOfTodayAndOfBefore(String code, String resolved) {
        String found = switch (facts.resolve(code)) {
            case ReferenceFacts.Resolution.Known known ->
                "Known " + known.commune().getInsee();
            case ReferenceFacts.Resolution.Abroad abroad -> "Abroad " + abroad.code();
            case ReferenceFacts.Resolution.Unknown unknown -> unknown.reason().name();
        };

        assertThat(found).isEqualTo(resolved);
    }

    @Test
    void saysOfAnUnknownCommuneThatTheTablesLackIt() {
        assertThat(facts.resolve("2A004"))
                .asString()
                .contains("Aucune commune des tables employées n'a ce code INSEE")
                .doesNotContain("Picardie");
    }

    @Test
    void describesEveryEpciWithAllCommunesAndPlaces() {
        List<EpciDescribed> epcis = facts.described();

        assertThat(epcis).hasSize(57).isSortedAccordingTo((a, b) -> a.getEpci().compareTo(b.getEpci()));
        assertThat(epcis.stream().mapToInt(epci -> epci.getCommunes().size()).sum())
                .isEqualTo(2248);
        assertThat(epcis.stream()
                        .mapToInt(epci -> epci.getPublicPlaces().size())
                        .sum())
                .isEqualTo(652);
        assertThat(epcis.stream().mapToInt(EpciDescribed::getPopulation).sum()).isGreaterThan(1_900_000);
        assertThat(epcis.getFirst().getEpci()).isEqualTo("200037059");
        assertThat(epcis.getFirst().getPopulation()).isEqualTo(26_393);
        assertThat(epcis.getFirst().getIllectronismeRate()).isEqualByComparingTo("21.6");
    }

    private final Path folder = OtherFacts.folder();

    @Test
    void areThoseShippedWhereTheFolderHasTheSameAndOthersWhereTheyDiffer() {
        assertThat(ReferenceFacts.load(folder).sha256())
                .isEqualTo(ReferenceFacts.load().sha256());

        ReferenceFacts merged = ReferenceFacts.load(OtherFacts.merged("200099999", "200040426"));

        assertThat(merged.sha256()).isNotEqualTo(ReferenceFacts.load().sha256());
        assertThat(merged.knows("200040426")).isFalse();
        assertThat(merged.resolve("02648"))
                .isInstanceOfSatisfying(
                        ReferenceFacts.Resolution.Known.class,
                        known -> assertThat(known.epci()).isEqualTo("200099999"));
    }

    @Test
    void areRefusedWhenATableIsMissingOrHasAColumnTwice() throws IOException {
        OtherFacts.change(folder, "communes-picardie.csv", row -> row.replace("population", "nom"));
        assertThatThrownBy(() -> ReferenceFacts.load(folder))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("« communes-picardie.csv »");
        Files.delete(folder.resolve("communes-picardie.csv"));
        assertThatThrownBy(() -> ReferenceFacts.load(folder))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("« communes-picardie.csv »");
    }

    @ParameterizedTest
    @CsvSource({
        "communes-picardie.csv, ',518,', ',beaucoup,'", "communes-picardie.csv, ',518,', ',-518,'",
        "communes-picardie.csv, population, habitants", "communes-picardie.csv, 02002, 02001",
        "communes-picardie.csv, 200071785, 200099999", "epci-picardie.csv, 200040426, 200037059",
        "epci-picardie.csv, 21.6, vingt", "lieux-publics-picardie.csv, 49.515648, quarante",
        "lieux-publics-picardie.csv, 49.515648, NaN", "lieux-publics-picardie.csv, 49.515648, 1e999",
        "lieux-publics-picardie.csv, ',oui', ',parfois'", "lieux-publics-picardie.csv, itinerant, mobile"
    })
    void areRefusedWhenATableMakesNoSense(String table, String before, String after) {
        OtherFacts.change(folder, table, row -> row.replace(before, after));

        assertThatThrownBy(() -> ReferenceFacts.load(folder))
                .isInstanceOf(UnusableFile.class)
                .hasMessageStartingWith("Le référentiel « " + table + " », ligne ");
    }

    private final ReferenceFacts.PlaceSpelling spelling = new ReferenceFacts.PlaceSpelling();

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
        Mediatheque Municipale De Beuvardes, Beuvardes, Médiathèque municipale de Beuvardes
        Bibliotheque De Berteaucourt Les Dames, Berteaucourt-les-Dames, Bibliothèque de Berteaucourt-les-Dames
        BIBLIOTHEQUE MUNICIPALE, Ham, Bibliothèque municipale
        BIBLIOTHEQUE DE VILLERS BOCAGE, Villers-Bocage, Bibliothèque de Villers-Bocage
        CENTRE CULTUREL CONDORCET, Laon, Centre culturel Condorcet
        bibliothèque de condé, Condé-Folie, Bibliothèque de condé
        Bibliotheque d'Havernas, Havernas, Bibliothèque d'Havernas
        Bibliothèque De La Fère, La Fère, Bibliothèque de La Fère
        France services La Poste d'Oisemont, Oisemont, France services La Poste d'Oisemont
        La Biblio, Ham, La Biblio
        Crld, Ham, Crld
        """)
    void writesANameAsFrenchDoes(String told, String commune, String written) {
        assertThat(spelling.of(told, commune)).isEqualTo(written);
    }

    @Test
    void leavesNothingToSpellInTheFacts() {
        assertThat(ReferenceFacts.load().described())
                .flatExtracting(EpciDescribed::getPublicPlaces)
                .extracting(PublicPlace::getName)
                .contains("Médiathèque municipale de Beuvardes")
                .noneMatch(name -> name.matches(".*([Bb]iblioth|[Mm]ediath)eque.*|.* De .*|.* Municipale.*"));
    }

    private static final SchoolHolidays SCHOOL = SchoolHolidays.load();

    static IntStream years() {
        return IntStream.rangeClosed(2008, 2030);
    }

    /** Article L3133-1 of the Code du travail: eleven days, of which three follow Easter. Until 2007 Whit Monday was worked. */
    @ParameterizedTest
    @MethodSource("years")
    void closesElevenDaysAYear(int year) {
        LocalDate easter = easter(year);

        assertThat(SchoolHolidays.publicHolidays(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                LocalDate.of(year, 1, 1),
                                easter.plusDays(1),
                                LocalDate.of(year, 5, 1),
                                LocalDate.of(year, 5, 8),
                                easter.plusDays(39),
                                easter.plusDays(50),
                                LocalDate.of(year, 7, 14),
                                LocalDate.of(year, 8, 15),
                                LocalDate.of(year, 11, 1),
                                LocalDate.of(year, 11, 11),
                                LocalDate.of(year, 12, 25))
                        .distinct()
                        .toList());
    }

    @Test
    void knowsTheSchoolHolidaysOfZoneB() {
        assertThat(SCHOOL.all())
                .containsSequence(
                        new Holidays(LocalDate.of(2018, 2, 24), LocalDate.of(2018, 3, 11)),
                        new Holidays(LocalDate.of(2018, 4, 21), LocalDate.of(2018, 5, 6)));
        assertThat(SCHOOL.lastKnown()).isEqualTo(LocalDate.of(2026, 8, 30));
    }

    @Test
    void knowsThemInOrderWithoutAGapOfAYear() {
        List<Holidays> all = SCHOOL.all();

        assertThat(all.getFirst().first()).isEqualTo(LocalDate.of(2007, 9, 1));
        assertThat(IntStream.range(1, all.size()))
                .allMatch(rank ->
                        all.get(rank - 1).last().isBefore(all.get(rank).first())
                                && ChronoUnit.DAYS.between(
                                                all.get(rank - 1).last(),
                                                all.get(rank).first())
                                        < 100);
        assertThat(all).allMatch(one -> !one.last().isBefore(one.first()));
    }

    /** The Gregorian computus, by Meeus, Jones and Butcher. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int rest = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        int days = epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) / 451) + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }

    private static final Rooms ROOMS = new Rooms(ReferenceFacts.load());

    @Test
    void notesThatAFormerCommuneBecameThatOfTodayAndALostZeroBesideIt() {
        Snapshot<RoomInventoried> read = read(room("A", "02026"), room("B", "02458"));

        assertThat(insee(read)).isEqualTo(Map.of("A", "02458", "B", "02458"));
        assertThat(read.corrected())
                .singleElement()
                .extracting(CorrectedRow::cells)
                .isEqualTo(
                        List.of(new CorrectedRow.CellCorrection("code_insee", "ANCIENNE_COMMUNE", "02026", "02458")));
        assertThat(read(room("A", "2026")).corrected())
                .flatExtracting(CorrectedRow::cells)
                .extracting(CorrectedRow.CellCorrection::code)
                .containsExactly("ZERO_RESTITUE", "ANCIENNE_COMMUNE");
    }

    @Test
    void refusesAContradictoryFormerCodeByItsOwnReason() {
        assertThat(read(room("A", "60455")).rejects())
                .extracting(RejectedRow::reason)
                .containsExactly("COMMUNE_CONTRADICTOIRE");
        assertThat(read(room("A", "75056")).rejects())
                .extracting(RejectedRow::reason)
                .containsExactly("COMMUNE_INCONNUE");
    }

    @Test
    void takesARoomAbroadWithoutEpci() {
        Snapshot<RoomInventoried> read = read(room("A", "99132"));

        assertThat(insee(read)).isEqualTo(Map.of("A", "99132"));
        assertThat(read.values().values()).extracting(RoomInventoried::getEpci).containsExactly("SANS-EPCI");
    }

    static Stream<Field> columns() {
        return TableSchema.SALLES.fields().stream()
                .filter(column -> !column.constraints().required());
    }

    /** A column that comes is told to the record, else it fails here. */
    @ParameterizedTest
    @MethodSource("columns")
    void carriesEachColumnThatMayBeEmpty(Field column) {
        Map<String, RoomInventoried> told = read(path(ReferenceFactsTest::cell)).values();
        Map<String, RoomInventoried> without = read(path(
                        field -> field.name().equals(column.name()) ? "" : cell(field)))
                .values();

        assertThat(told).hasSize(1);
        assertThat(without).hasSize(1).isNotEqualTo(told);
    }

    private static Path path(Function<Field, String> cells) {
        List<Field> columns = TableSchema.SALLES.fields();
        return Csv.text(columns.stream().map(Field::name).collect(Collectors.joining(";")) + "\n"
                + columns.stream().map(cells).collect(Collectors.joining(";")) + "\n");
    }

    private static String cell(Field column) {
        return switch (column.name()) {
            case "code_insee" -> "02458";
            case "gestionnaire_siren" -> "200071785";
            case "gestion" -> "REGION";
            case "latitude" -> "49.5";
            case "fonctions" -> "FABLAB";
            default ->
                switch (column.type()) {
                    case BOOLEAN -> "oui";
                    case DATE -> "2005-01-01";
                    case INTEGER, NUMBER -> "3";
                    default -> "jeux";
                };
        };
    }

    private Snapshot<RoomInventoried> read(String... rows) {
        return read(Csv.file(TableSchema.SALLES, rows));
    }

    private Snapshot<RoomInventoried> read(Path path) {
        return Snapshot.read(InputFile.examine(path, TableSchema.SALLES), TableSchema.SALLES, Rooms.ID, ROOMS::resolve);
    }

    private static Map<String, String> insee(Snapshot<RoomInventoried> read) {
        return read.values().values().stream()
                .collect(Collectors.toMap(RoomInventoried::getRoomId, RoomInventoried::getInsee));
    }
}
