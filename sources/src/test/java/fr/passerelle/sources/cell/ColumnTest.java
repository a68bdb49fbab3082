package fr.passerelle.sources.cell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0612345678", "06-12-34-56-78", "06.12.34.56.78", "0033612345678", "33612345678", "USAGER-0612345678",
                "285058012345682", "2-85-05-80-123-456-82", "2850580123456", "canarinet", "Dupont", "zoe.canarinet",
                "zoe_canarinet", "ZoeCanarinet", "CANARINET/zoe/12", "Mme-Dupont-12", "2017-10/M.Dupont.3"
            })
    void refusesTheIdOfALineThatIsSomebody(String id) {
        assertThat(Typing.read("id_releve", id)).isEqualTo("IDENTIFIANT_PERSONNE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1", "000123", "0000000123", "612345678", "1489363200000",
                "285058012345677", "20170304", "02-20170304", "02168-2017-03", "REL-2017-000123",
                "DEMO-001-2016-03-ATELIER", "CHI-KELLY-2017-01", "total", "AB", "x1",
                "couverture/JEAN-MOULIN/2017-01", "8f14e45f-ceea-467f-a3d4-5f2b1c9e0a7b"
            })
    void takesTheIdOfALine(String id) {
        assertThat(Typing.read("id_releve", id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JEAN-MOULIN", "CHI-KELLY", "PEL-012", "SALLE-DES-FETES", "02168-01"})
    void letsPlacesBearTheNamesOfPeople(String id) {
        assertThat(Typing.read("id_salle", id)).isEqualTo(id);
        assertThat(Typing.read("id_site", id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0612345678", "06-12-34-56-78", "285058012345682", "Mme-Dupont", "M.Dupont", "MME_DUPONT.2"})
    void refusesTheIdOfAPlaceThatIsSomebody(String id) {
        assertThat(Typing.read("id_salle", id)).isEqualTo("IDENTIFIANT_PERSONNE");
        assertThat(Typing.read("id_site", id)).isEqualTo("IDENTIFIANT_PERSONNE");
    }

    @Test
    void saysInWordsWhatEachColumnExpects() {
        assertThat(Typing.fields())
                .filteredOn(field -> field.constraints().pattern() != null)
                .extracting(
                        field -> Typing.column(field.name(), Forms.UNDECLARED).message("n° 12"))
                .allSatisfy(message ->
                        assertThat(message).contains(", comme ").doesNotContain("[", "{", "une autre forme"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # identifiers get their form back
        code_insee         | 02168                 | 02168
        gestionnaire_siren | 200071991             | 200071991
        id_salle           | SALLE-012             | SALLE-012
        id_releve          | 2017/03-0012          | 2017/03-0012
        code_insee         | 2168                  | 02168 ZERO_RESTITUE
        code_insee         | 5419.0                | 05419 ZERO_RESTITUE
        code_insee         | 2 168                 | 02168 ZERO_RESTITUE
        code_insee         | 02168.0               | 02168 DECIMALE
        code_insee         | 60455,0               | 60455 DECIMALE
        code_insee         | 02 168                | 02168 ESPACES
        code_insee         | 2A004                 | 2A004
        code_insee         | 2a004                 | 2A004 ACCENTS_CASSE
        code_insee         | 99132                 | 99132
        id_salle           | `04-04150\u00A0`      | 04-04150 ESPACES
        id_salle           | `04\u00A004150`       | FORMAT
        id_salle           | `\u00A0`              | OBLIGATOIRE
        id_salle           | salle 12              | FORMAT
        id_salle           | 2168                  | 2168
        adresse            | 2168                  | 2168
        code_insee         | `\u00A002\u202F168 `  | 02168 ESPACES
        epci_siren         | 200 066 876           | 200066876 ESPACES
        gestionnaire_siren | 200066876.0           | 200066876 DECIMALE
        gestionnaire_siren | 20006687              | FORMAT
        gestionnaire_siren | 20 006 68 76          | FORMAT
        # nobody is named, and accents are put back or kept
        adresse | avec Mme Zoé Canarinet, 06 12 34 56 78 | avec [masqué], [masqué] PERSONNE_MASQUEE
        adresse | 3 rue Zoé, zoe@exemple.fr | 3 rue Zoé, [masqué] PERSONNE_MASQUEE
        adresse | Mme ZoÃ© Canarinet | [masqué] PERSONNE_MASQUEE
        adresse | Mme Zo\uFFFD Canarinet | [masqué] PERSONNE_MASQUEE
        themes | `jeux|avec M. Canarinet` | `jeux|avec [masqué] PERSONNE_MASQUEE`
        themes | `jeux|bureautique` | `jeux|bureautique`
        nom | L'@MI | L'@MI
        nom | Click @utonome | Click @utonome
        nom | C.I.M.E 45 | C.I.M.E 45
        nom | Espace Mairie, Mme Zoé Canarinet | NOM_PERSONNE
        nom | Salle Mme ZoÃ© Canarinet | NOM_PERSONNE
        nom | Salle 06 12 34 56 78 | NOM_PERSONNE
        adresse | 12 rue du Dr Calmette | 12 rue du Dr Calmette
        nom | MÃ©diathÃ¨que dâ€™Albert | Médiathèque d’Albert MOJIBAKE
        nom | M\uFFFDdiath\uFFFDque | M\uFFFDdiath\uFFFDque CARACTERE_PERDU
        nom | Médiathèque Œuvre à Noël | Médiathèque Œuvre à Noël
        nom | MARCHÉ\u00A0: atelier | MARCHÉ\u00A0: atelier
        nom | CAFÉ… | CAFÉ…
        nom | CAFÉ–LIBRAIRIE | CAFÉ–LIBRAIRIE
        nom | SÃO Médiathèque | SÃO Médiathèque
        # lists of known words
        fonctions | Fab-lab, Coworking | `FABLAB|COWORKING LISTE`
        fonctions | `fablab|médiation` | `FABLAB|MEDIATION_NUMERIQUE ACCENTS_CASSE`
        fonctions | `fablab|piscine` | VALEUR
        fonctions | ,; | VALEUR
        # numbers that leave no doubt
        surface_m2  | 1234.5      | 1234.5
        surface_m2  | 1,5         | 1.5 DECIMALE
        surface_m2  | 0,123       | NOMBRE
        surface_m2  | 1 234,5     | 1234.5 DECIMALE
        surface_m2  | 1 234       | 1234 ESPACES
        surface_m2  | 1'234.5     | 1234.5 ESPACES
        surface_m2  | 1’234       | 1234 ESPACES
        surface_m2  | 1.234,56    | 1234.56 DECIMALE
        surface_m2  | 1,234.5     | 1234.5 ESPACES
        surface_m2  | 1.234.567   | 1234567 ESPACES
        surface_m2  | 1,234,567   | 1234567 ESPACES
        surface_m2  | 1 234.50    | 1234.50 ESPACES
        surface_m2  | 45,5 m²     | 45.5 UNITE
        surface_m2  | 45m2        | 45 UNITE
        surface_m2  | 1 045,50 m² | 1045.50 UNITE
        surface_m2  | +45.5       | 45.5 SIGNE
        surface_m2  | 45.5000     | 45.50 DECIMALE
        # whole numbers with empty decimals
        presences   | 5.0         | 5 DECIMALE
        presences   | 5,00        | 5 DECIMALE
        presences   | 1 234,0     | 1234 DECIMALE
        presences   | +12         | 12 SIGNE
        # the own unit of a column alone, and in degrees a comma for decimals
        debit_mbits | 30 Mbit/s   | 30 UNITE
        debit_mbits | 100 Mo      | NOMBRE
        debit_mbits | 100 MB/s    | NOMBRE
        cout_etude  | 12 500,00 € | 12500.00 UNITE
        latitude    | 49,894067°  | 49.894067 UNITE
        latitude    | 49,894      | 49.894 DECIMALE
        latitude    | 49 894      | NOMBRE
        latitude    | 6977000     | NOMBRE
        # hours and minutes that are exact hundredths
        heures_hebdo_reelles | 12 h     | 12 UNITE
        heures_hebdo_reelles | 12h30    | 12.5 DUREE
        heures_hebdo_reelles | 12 H 45  | 12.75 DUREE
        heures_hebdo_reelles | 7h06 min | 7.1 DUREE
        heures_hebdo_reelles | 12h20    | NOMBRE
        heures_hebdo_reelles | 12h75    | NOMBRE
        heures_hebdo_reelles | 12:30    | NOMBRE
        heures_hebdo_reelles | 169h00   | NOMBRE
        """)
    void readsACellAsItsColumnDoes(String column, String cell, String read) {
        assertThat(Typing.read(column, cell)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "168", "0216", "A004", "2C004", "021689",
                "5419.5", "21 68", "Soissons", "02200 Soissons", "０２１６８",
                "2E3"
            })
    void guessesNoInseeCode(String cell) {
        assertThat(Typing.read("code_insee", cell)).isEqualTo("FORMAT");
    }

    @ParameterizedTest
    @CsvSource({
        "etat, Fermé, FERME ACCENTS_CASSE", "etat, fermée, FERME SYNONYME",
        "etat, Ouvert, OUVERT ACCENTS_CASSE", "gestion, région, REGION ACCENTS_CASSE",
        "gestion, communale autonome, COMMUNALE_AUTONOME ACCENTS_CASSE", "gestion, communale, VALEUR",
        "grain, Mensuel, MOIS SYNONYME", "grain, année, ANNEE ACCENTS_CASSE",
        "feuille_de_route, En cours, EN_COURS ACCENTS_CASSE", "etude, refusé, REFUSEE SYNONYME",
        "etat, peut-être, VALEUR", "accord_proprietaire, Oui, oui ACCENTS_CASSE",
        "accord_proprietaire, O, oui SYNONYME", "accord_proprietaire, vrai, oui SYNONYME",
        "accord_proprietaire, NON, non ACCENTS_CASSE", "accord_proprietaire, 1, OUI_NON",
        "accord_proprietaire, oui et non, OUI_NON", "activite, ATELIER, ATELIER",
        "activite, TOTAL, TOTAL", "activite, AUTRE, AUTRE",
        "activite, atelier, ATELIER ACCENTS_CASSE", "activite, Accès libre, ACCES_LIBRE ACCENTS_CASSE",
        "activite, AccÃ¨s libre, ACCES_LIBRE ACCENTS_CASSE", "activite, Recherche d’emploi, EMPLOI SYNONYME",
        "activite, DEMARCHES EN LIGNE, DEMARCHES SYNONYME", "activite, Tricot, AUTRE ACTIVITE_AUTRE",
        "activite, avec madame zoé canarinet, AUTRE ACTIVITE_AUTRE", "activite, n.c., OBLIGATOIRE"
    })
    void readsAWordWhateverItsCaseAndAccents(String column, String cell, String expected) {
        assertThat(Typing.read(column, cell)).isEqualTo(expected);
    }

    @Test
    void readsAFigureAsYesOnlyByDeclaration() {
        Forms digits = Typing.declaring("oui_non_chiffres: oui");

        assertThat(Typing.read("espace_clos", "1", digits)).isEqualTo("oui -");
        assertThat(Typing.read("espace_clos", "0", digits)).isEqualTo("non -");
        assertThat(Typing.read("espace_clos", "2", digits)).isEqualTo("OUI_NON");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        espace_clos            | 1               | déclarez-le                           | 2
        surface_m2             | 1,234           | déclarez le séparateur décimal        | abc
        date_ouverture         | 09/06/2021      | déclarez-la dans le mapping (par exemple JJ/MM/AAAA) | jamais
        heures_hebdo_declarees | sur rendez-vous | mardi au vendredi 9h-12h et 14h-17h30 | 1,234
        """)
    void saysWhatToDoAboutACellInDoubt(String column, String doubtful, String advice, String other) {
        assertThat(Typing.column(column, Forms.UNDECLARED).message(doubtful)).contains(advice);
        assertThat(Typing.column(column, Forms.UNDECLARED).message(other)).doesNotContain(advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NA", "N/A", "nc", "n.c.", "NR", "-", "–", "#N/A", "\u00A0", "non communiqué"})
    void takesAWordThatSaysNothingForNothing(String cell) {
        assertThat(Typing.read("presences", cell)).isEqualTo(" VIDE");
        assertThat(Typing.read("accord_proprietaire", cell)).isEqualTo(" VIDE");
        assertThat(Typing.read("periode_debut", cell)).isEqualTo("OBLIGATOIRE");
    }

    @Test
    void takesADeclaredWordForNothingAndATextOfAnyLengthForAnotherOne() {
        Forms forms = Typing.declaring("vides: [à définir, \"0000\"]");

        assertThat(Typing.read("adresse", "à définir", forms)).isEqualTo(" -");
        assertThat(Typing.read("presences", "0000", forms)).isEqualTo(" -");
        assertThat(Typing.read("nom", "à définir", forms)).isEqualTo("OBLIGATOIRE");
        assertThat(Typing.read("adresse", "NC")).isEqualTo("NC");
        assertThat(Typing.read("activite", "atelier ".repeat(100))).isEqualTo("AUTRE ACTIVITE_AUTRE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u202F", "\u2009", " "})
    void readsThousandsPartedByAnySpace(String space) {
        assertThat(Typing.read("surface_m2", "1" + space + "234,5")).isEqualTo("1234.5 DECIMALE");
        assertThat(Typing.read("presences", "12" + space + "345" + space + "678"))
                .isEqualTo("ENTIER");
        assertThat(Typing.read("presences", "2" + space + "345" + space + "678"))
                .isEqualTo("2345678 ESPACES");
        assertThat(Typing.read("presences", "12" + space)).isEqualTo("12 ESPACES");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,234", "1.234", "12 34", "1 2345", "0 123", "1 23", "1.23.456", "1,2.3", "1,,5", "45.555",
                "45,555 m²", "45 km", "45 Mo", "35 %", "1e3", "1/2", "\uFF11\uFF12", "１,5", "12-13", "-5",
                "5 ou 6", "#REF!", ".5", "5.", "1  234", "1 234\u00A0567.1234"
            })
    void refusesANumberInDoubt(String cell) {
        assertThat(Typing.read("surface_m2", cell)).isEqualTo("NOMBRE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.5", "5,5", "5.000", "1,234", "12 h", "-1"})
    void refusesWholeNumbersThatAreNot(String cell) {
        assertThat(Typing.read("presences", cell)).isEqualTo("ENTIER");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        decimale: ','  | surface_m2 | 1,50      | 1.50 -
        decimale: ','  | surface_m2 | 1.234     | 1234 -
        decimale: ','  | surface_m2 | 1.234,5   | 1234.5 -
        decimale: ','  | presences  | 1.234     | 1234 -
        decimale: '.'  | presences  | 1,234     | 1234 -
        decimale: ','  | surface_m2 | 1 234,5   | 1234.5 ESPACES
        decimale: ','  | surface_m2 | 45.5      | NOMBRE
        decimale: ','  | surface_m2 | 1,234.5   | NOMBRE
        decimale: ','  | surface_m2 | 1,234,567 | NOMBRE
        decimale: '.'  | surface_m2 | 1,5       | NOMBRE
        unites: ['%']  | presences  | 35 %      | 35 -
        """)
    void readsWhatIsDeclaredWithoutACorrectionAndHoldsItAgainstTheCanonicalForm(
            String declared, String column, String cell, String expected) {
        assertThat(Typing.read(column, cell, Typing.declaring("nombres: {" + declared + "}")))
                .isEqualTo(expected);
    }

    private static final List<String> HEADER = TableSchema.SALLES.header();
    private static final String LAON = "02408";
    private static final String BELGIUM = "99131";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        49.564 | 3.62 | 02408 | `` | typed
        41 | -5.6 | 02408 | `` | typed
        51.6 | 9.8 | 02408 | `` | typed
        49,564 | 3,62 | 02408 | `` | typed
        49.564° | 3.62° | 02408 | `` | typed
        3.62 | 49.564 | 02408 | `` | 49.564 3.62 COORDONNEES_INVERSEES
        -1,5 | 49,564 | 02408 | `` | 49.564 -1.5 COORDONNEES_INVERSEES
        3.62 | 51.6 | 02408 | `` | 51.6 3.62 COORDONNEES_INVERSEES
        9.8 | 41.00 | 02408 | `` | 41.00 9.8 COORDONNEES_INVERSEES
        # any degrees abroad and overseas
        54.97 | -1.61 | 99132 | `` | typed
        3.2 | 50.7 | 99131.0 | `` | typed
        54.97 | -1.61 | 99100 | `` | nowhere
        54.97 | -1.61 | `` | `` | nowhere
        -22.233939 | 166.468099 | 98818 | `` | typed
        16.47133 | -61.508864 | 97102 | `` | typed
        16.47133 | -61.508864 | 96102 | `` | nowhere
        # what is not two numbers
        `` | 49.564 | 02408 | `` | typed
        3.62 | `` | 02408 | `` | typed
        n.c. | 49.564 | 02408 | `` | typed
        49°33'50" | 3.62 | 02408 | `` | typed
        3.6212345678901234 | 49.564 | 02408 | `` | typed
        # as it is declared
        0 | 0 | 02408 | vides: ["0"] | typed
        3,62 | 49,564 | 02408 | nombres: {decimale: ","} | 49.564 3.62 COORDONNEES_INVERSEES
        6.600.000 | 700.000 | 02408 | nombres: {decimale: ","} | 46.500000 3.000000 LAMBERT_93
        49.564 | 3.62 | 02408 | coordonnees: LAMBERT-93 | nowhere Ces coordonnées ne sont pas des mètres Lambert-93
        700000 | 6600000 | 02408 | coordonnees: LAMBERT-93 | nowhere
        """)
    void takesPutsBackOrRefusesAPlace(
            String latitude, String longitude, String insee, String declared, String expected) {
        String read = read(latitude, longitude, insee, Typing.declaring(declared));
        assertThat(expected.startsWith("nowhere") ? read.substring(0, expected.length()) : read)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        6600000    | 700000     | 46.500000 3.000000
        6862282.2  | 652381.1   | 48.858814 2.350974
        6 977 543  | 649 000,50 | 49.894534 2.290791
        6977543    | 649000.5   | 49.894534 2.290791
        """)
    void turnsMetresOfLambert93IntoDegrees(String y, String x, String expected) {
        assertThat(read(y, x, LAON)).isEqualTo(expected + " LAMBERT_93");
        assertThat(read(y, x, LAON, Typing.declaring("coordonnees: LAMBERT-93")))
                .isEqualTo(expected + " -");
        assertThat(read(y, x, BELGIUM, Typing.declaring("coordonnees: LAMBERT-93")))
                .isEqualTo(expected + " -");
        assertThat(read(y, x, LAON, Typing.declaring("coordonnees: WGS84"))).startsWith("nowhere");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        700000  | 6600000
        0       | 0
        52.0    | 3.62
        49.564  | 10.0
        -21.1   | 55.5
        95      | 200
        49.564  | 700000
        7150000 | 1250000
        6.600.000 | 700.000
        5999999 | 700000
        6600000 | 1250001
        2495000 | 700000
        """)
    void refusesWhatIsNotInFrance(String latitude, String longitude) {
        assertThat(read(latitude, longitude, LAON)).startsWith("nowhere Ces coordonnées ne sont pas en France");
    }

    @Test
    void isOnlyForTablesWithPlaces() {
        assertThat(CoordinateReader.of(TableSchema.FREQUENTATION.header(), Forms.UNDECLARED, Forms.UNDECLARED))
                .isNull();
    }

    private static String read(String latitude, String longitude, String insee) {
        return read(latitude, longitude, insee, Forms.UNDECLARED);
    }

    private static String read(String latitude, String longitude, String insee, Forms forms) {
        String[] cells = new String[HEADER.size()];
        Arrays.fill(cells, "");
        cells[HEADER.indexOf(CoordinateReader.LATITUDE)] = latitude;
        cells[HEADER.indexOf(CoordinateReader.LONGITUDE)] = longitude;
        cells[HEADER.indexOf("code_insee")] = insee;
        CoordinateReader.Reading place = Objects.requireNonNull(CoordinateReader.of(HEADER, forms, forms))
                .of(cells);
        if (place.nowhere() != null) {
            return "nowhere " + place.nowhere();
        }
        RepairedText north = place.moved().get(CoordinateReader.LATITUDE);
        RepairedText east = place.moved().get(CoordinateReader.LONGITUDE);
        return north == null || east == null ? "typed" : moved(north, east);
    }

    private static String moved(RepairedText north, RepairedText east) {
        assertThat(north.code()).isEqualTo(east.code());
        assertThat(Typing.read(CoordinateReader.LATITUDE, north.text())).isEqualTo(north.text());
        assertThat(Typing.read(CoordinateReader.LONGITUDE, east.text())).isEqualTo(east.text());
        Correction code = north.code();
        return north.text() + " " + east.text() + " " + (code == null ? "-" : code.name());
    }

    private static final long SEED = 20171031;
    private static final int CELLS = 300;
    private static final String LIKELY = "0123456789 .,'/-+:hHmT²%€\u00A0\u202FABabnNoO|;éÉ\uFF11\u2212";
    private static final String[] PIECES = {
        "lundi", "Mar", "Mo-Fr", "Sa", "PH", "week 1-5", "sunrise", "9h", "9:00",
        "09:00-12:00", "25:00", "99999999999", "-", "à", "et", ",", ";", "||",
        "/", "+", " ", "off", "fermé", "sur rendez-vous", "\"", "[1]", "[",
        "(", "24/7", "2024", "Jan", "easter", "#", "49.5", "3,5", "6600000",
        "700 000", "°", "\uD800", "\uFFFF", "\u0000"
    };
    private static final List<Forms> FORMS = List.of(Forms.UNDECLARED, Typing.declaring("""
        dates: [JJ/MM/AAAA, JJ/MM/AA, MM/JJ/AAAA, MM/JJ/AA, AAAA/MM/JJ, J MOIS AAAA, EXCEL-1900, EXCEL-1904]
        siecle: 50
        nombres: {decimale: ",", unites: ["%"]}
        vides: ["0"]
        oui_non_chiffres: oui
        """));

    @Test
    void isTakenRepairedIntoWhatTheTypeTakesOrRefused() {
        Random random = new Random(SEED);

        Typing.fields().forEach(field -> FORMS.forEach(forms -> holds(field, forms, random)));
    }

    @Test
    void namesAPeriodOrNone() {
        Random random = new Random(SEED);

        for (int i = 0; i < CELLS; i++) {
            Periods.DaySpan period =
                    Periods.of(cell(random), Forms.UNDECLARED, random.nextBoolean() ? "SEMAINE" : null);
            assertThat(period == null || !period.end().isBefore(period.start())).isTrue();
        }
    }

    @Test
    void isAWeekOfSomeHoursOrNone() {
        Random random = new Random(SEED);
        Column column = Typing.column("heures_hebdo_reelles", Forms.UNDECLARED);

        for (int i = 0; i < 10 * CELLS; i++) {
            String cell = pieces(random);
            RepairedText repairedText = column.repair(cell);
            assertThat(repairedText == null || column.canonical(repairedText.text()) != Column.INVALID)
                    .as(cell)
                    .isTrue();
        }
    }

    @Test
    void isHalfAPlaceOrNone() {
        Random random = new Random(SEED);
        List<String> header = List.of(CoordinateReader.LATITUDE, CoordinateReader.LONGITUDE, "code_insee");

        for (Forms forms : FORMS) {
            CoordinateReader places = Objects.requireNonNull(CoordinateReader.of(header, forms, forms));
            for (int i = 0; i < 10 * CELLS; i++) {
                CoordinateReader.Reading place =
                        places.of(new String[] {either(random), either(random), either(random)});
                for (String column : header.subList(0, 2)) {
                    RepairedText moved = place.moved().get(column);
                    assertThat(moved == null || Typing.column(column, forms).canonical(moved.text()) != Column.INVALID)
                            .isTrue();
                }
            }
        }
    }

    private static String either(Random random) {
        return random.nextBoolean() ? pieces(random) : cell(random);
    }

    private static String pieces(Random random) {
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(9); i >= 0; i--) {
            cell.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextBoolean() ? " " : "");
        }
        return cell.toString();
    }

    private static void holds(Field field, Forms forms, Random random) {
        Column column = new Column(field, forms);
        for (int i = 0; i < CELLS; i++) {
            String cell = cell(random);
            RepairedText repairedText = column.value(cell) == Column.INVALID ? column.repair(cell) : null;
            assertThat(column.message(cell)).isNotBlank();
            if (repairedText != null) {
                assertThat(column.canonical(repairedText.text()))
                        .as("%s: %s", field.name(), cell)
                        .isNotEqualTo(Column.INVALID);
                assertThat(new Column(field, Forms.UNDECLARED).value(repairedText.text()))
                        .isNotEqualTo(Column.INVALID);
            }
        }
    }

    private static String cell(Random random) {
        int[] points = random.ints(random.nextInt(14), 0, LIKELY.length())
                .map(LIKELY::charAt)
                .toArray();
        if (points.length > 0 && random.nextInt(4) == 0) {
            points[random.nextInt(points.length)] = random.nextInt(Character.MAX_CODE_POINT);
        }
        return new String(points, 0, points.length);
    }
}
