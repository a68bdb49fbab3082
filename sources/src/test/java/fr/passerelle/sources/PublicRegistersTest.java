package fr.passerelle.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Registers that no one here wrote, whole, through our mappings: their files stay outside the repository, in a folder that the system
 * property {@code passerelle.registers} or the variable PASSERELLE_REGISTERS names, and {@code .ci/run} where it finds it. Without it the
 * tests are skipped: the root pom exempts this class by its name. The figures are the producers' own, or sums made without any of our code.
 */
class PublicRegistersTest {

    @Test
    void readsNewcastleToTheUnit() {
        Register visits = read("2008-onwards-monthly-visits.csv", "newcastle-visites");

        assertThat(visits.refusals()).isEmpty();
        assertThat(visits.rows()).hasSize(3_686 - 918);
        assertThat(visits.zeros()).isEqualTo(22);
        assertThat(visits.total()).isEqualTo(21_063_804);
        assertThat(visits.presences("id_salle", 60))
                .hasSize(19)
                .containsEntry("NCL-CITY", 10_042_884L)
                .containsEntry("NCL-MOBILE", 42_407L)
                .containsEntry("NCL-WEST-END", 1_998_825L);
    }

    @Test
    void makesRoomsOfNewcastleWhateverTheFileCallsThem() {
        Register hours = read("opening-hours-per-week.csv", "newcastle-salles");
        Register workstations = read("current-libraries.csv", "newcastle-postes");

        assertThat(hours.rows()).hasSize(19);
        assertThat(hours.controls()).isOne();
        assertThat(workstations.rows()).hasSize(13);
        assertThat(workstations.rows().stream()
                        .mapToInt(cells -> Integer.parseInt(cells.required("postes")))
                        .sum())
                .isEqualTo(258);
        assertThat(hours.rows().stream().map(cells -> cells.required("id_salle")))
                .containsAll(workstations.rows().stream()
                        .map(cells -> cells.required("id_salle"))
                        .toList());
    }

    @Test
    void readsBothStatesOfChicago() {
        Register september =
                read("Libraries_-_2017_Computer_Sessions_by_Location_state-of-september.csv", "chicago-sessions-2017");
        Register whole = read("Libraries_-_2017_Computer_Sessions_by_Location.csv", "chicago-sessions-2017");

        assertThat(september.refusals()).isEmpty();
        assertThat(september.rows()).hasSize(81 * 9);
        assertThat(september.total()).isEqualTo(1_521_714);
        assertThat(whole.refusals()).isEmpty();
        assertThat(whole.rows()).hasSize(81 * 12);
        assertThat(whole.total()).isEqualTo(1_963_381);
        assertThat(whole.zeros()).isEqualTo(43);
        assertThat(whole.presences("periode_debut", 7))
                .containsEntry("2017-01", 171_280L)
                .containsEntry("2017-12", 129_908L);
    }

    @Test
    void makesRoomsOfTheSameFile() {
        assertThat(read("Libraries_-_2017_Computer_Sessions_by_Location.csv", "chicago-salles-2017")
                        .rows())
                .hasSize(81);
    }

    @Test
    void readsOneYearOfTorontoToItsGrandTotal() {
        Register users = read("Workstation_Users.csv", "toronto-postes-2019");
        Register workstations = read("Workstations.csv", "toronto-salles");

        assertThat(users.refusals()).isEmpty();
        assertThat(users.rows()).hasSize(101);
        assertThat(users.controls()).isOne();
        assertThat(users.total()).isEqualTo(3_987_543);
        assertThat(workstations.rows()).hasSize(100);
    }

    @Test
    void tellsAClosedMuseumFromAnEmptyOne() {
        Register museums = read("frequentation-musees-extrait.csv", "musees-de-france");

        assertThat(museums.refusals()).isEmpty();
        assertThat(museums.rows()).hasSize(152);
        assertThat(museums.rows().stream()
                        .filter(cells -> cells.required("etat").equals("FERME")))
                .hasSize(24);
        assertThat(museums.presences("periode_debut", 4)).isEqualTo(Map.of("2009", 3_384_116L, "2010", 862_110L));
    }

    @Test
    void refusesPlacesThatDoNotTellTheirCommune() {
        Register places = read("france-services-extrait.csv", "france-services");

        assertThat(places.rows()).isEmpty();
        assertThat(places.refusals()).isEqualTo(Map.of("code_insee OBLIGATOIRE", 48L));
    }

    @Test
    void readsAHubOfPlacesWithBoxesAndHoursInWords() {
        Register hub = read("hub-lo.csv", "hub-lo");

        assertThat(hub.refusals()).isEqualTo(Map.of("code_insee VALEUR", 1L));
        assertThat(hub.rows()).hasSize(426 - 1);
        assertThat(hub.having("fonctions", "MEDIATION_NUMERIQUE")).isEqualTo(133);
        assertThat(hub.having("fonctions", "COWORKING")).isEqualTo(27);
        assertThat(hub.having("fonctions", "FABLAB")).isEqualTo(17);
        assertThat(hub.having("fonctions", "TELETRAVAIL")).isEqualTo(70);
        assertThat(hub.rows().stream().filter(cells -> Boolean.TRUE.equals(cells.yes("acces_plain_pied"))))
                .hasSize(141);
        assertThat(hub.filled("acces_plain_pied")).isEqualTo(141 + 13);
        assertThat(hub.filled("gestionnaire_siren")).isEqualTo(403);
        assertThat(hub.sum("latitude")).isEqualByComparingTo("20207.329481325373");
        assertThat(hub.filled("heures_hebdo_declarees")).isEqualTo(120 - 89);
        assertThat(hub.sum("heures_hebdo_declarees")).isEqualByComparingTo("925.5");
        assertThat(hub.corrections()).containsEntry("heures_hebdo_declarees INCONNU", 89L);
    }

    @Test
    void readsATerritoryWithNumbersAsTextsAndListsInACell() {
        Register places = read("nouvelle-caledonie.csv", "nouvelle-caledonie");

        assertThat(places.refusals()).isEmpty();
        assertThat(places.rows()).hasSize(92);
        assertThat(places.rows().stream()
                        .map(cells -> cells.required("id_salle"))
                        .distinct())
                .hasSize(92);
        assertThat(places.rows().stream()
                        .map(cells -> cells.required("code_insee"))
                        .distinct())
                .hasSize(30);
        assertThat(places.filled("postes")).isEqualTo(55);
        assertThat(places.sum("postes")).isEqualByComparingTo("322");
        assertThat(places.sum("animateur_etp")).isEqualByComparingTo("40");
        assertThat(places.having("fonctions", "MEDIATION_NUMERIQUE")).isEqualTo(63);
        assertThat(places.filled("themes")).isEqualTo(65);
        assertThat(places.filled("acces_plain_pied")).isEqualTo(17 + 1);
        assertThat(places.filled("latitude")).isEqualTo(92);
        assertThat(places.corrections())
                .containsEntry("fonctions INCONNU", 10L)
                .containsEntry("acces_plain_pied INCONNU", 13L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void readsTheLibrariesOfACountryOfWhichASpreadsheetMadeNumbers(String lineEnd, @TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("bibliotheques.csv");
        Files.writeString(
                file,
                Files.readString(find("adresses-des-bibliotheques-publiques.csv"))
                        .replace("\r\n", lineEnd));
        Register libraries = Register.read(file, "bibliotheques-publiques");

        assertThat(libraries.refusals()).isEqualTo(Map.of("nom NOM_PERSONNE", 7L));
        assertThat(libraries.rows()).hasSize(15_779 - 7);
        assertThat(libraries.rows().stream().map(cells -> cells.required("id_salle")))
                .doesNotHaveDuplicates()
                .contains("BIB-5419");
        assertThat(libraries.rows().stream()
                        .map(cells -> cells.required("code_insee"))
                        .distinct())
                .hasSize(14_050);
        assertThat(libraries.sum("surface_m2")).isEqualByComparingTo("2965068");
        assertThat(libraries.sum("heures_hebdo_declarees")).isEqualByComparingTo("121457.75");
        assertThat(libraries.filled("latitude")).isEqualTo(15_743);
    }

    @Test
    void readsARegisterOfWhichTheLinesEndInCrAlone() {
        Register branches = read("Public_Parking_Spaces.csv", "toronto-stationnement");

        assertThat(branches.refusals()).isEmpty();
        assertThat(branches.rows()).hasSize(100);
    }

    @Test
    void readsTheWifiOfTorontoToItsGrandTotal() {
        Register sessions = read("Wireless_Sessions.csv", "toronto-wifi-2019");

        assertThat(sessions.refusals()).isEmpty();
        assertThat(sessions.rows()).hasSize(101);
        assertThat(sessions.filled("presences")).isEqualTo(100);
        assertThat(sessions.controls()).isOne();
        assertThat(sessions.total()).isEqualTo(4_883_758);
        assertThat(sessions.presences("id_salle", 60)).containsEntry("UNKNOWN", 79_002L);
    }

    private static Register read(String file, String mapping) {
        return Register.read(find(file), mapping);
    }

    private static Path find(String name) {
        String folder = folder();
        if (folder == null) {
            return abort("Registers are not here: name their folder in passerelle.registers or PASSERELLE_REGISTERS");
        }
        try (Stream<Path> files =
                Files.find(Path.of(folder), 5, (file, what) -> file.endsWith(name), FileVisitOption.FOLLOW_LINKS)) {
            return files.findFirst().orElseGet(() -> abort("No " + name + " in " + folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String folder() {
        String property = System.getProperty("passerelle.registers");
        return property == null ? System.getenv("PASSERELLE_REGISTERS") : property;
    }
}
