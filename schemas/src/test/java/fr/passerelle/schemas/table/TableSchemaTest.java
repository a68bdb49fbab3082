package fr.passerelle.schemas.table;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.schemas.event.Demandeur;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.FeuilleDeRoute;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.VacancesScolaires;
import fr.passerelle.schemas.table.Field.Constraints;
import fr.passerelle.schemas.table.Field.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

public class TableSchemaTest {

    /** All that files are read by. */
    public static List<TableSchema> shipped() {
        return Stream.concat(
                        TableSchema.all().stream(),
                        Stream.of(
                                TableSchema.CREDITS, TableSchema.ANIMATEURS,
                                TableSchema.LIEUX, TableSchema.TRAJETS,
                                TableSchema.VACANCES, TableSchema.SEANCES))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        salles | id_salle;nom;code_insee;adresse;latitude;longitude;gestionnaire_siren;gestion;date_ouverture;date_fermeture;postes;surface_m2;connexion;debit_mbits;heures_hebdo_declarees;heures_hebdo_reelles;animateur_etp;accord_proprietaire;acces_plain_pied;acces_hors_horaires;espace_clos;espace_ventile;fonctions;themes
        frequentation | id_releve;id_salle;periode_debut;periode_fin;grain;activite;etat;seances;heures_seances;presences;heures_personnes;inscrits;personnes_distinctes;scolaires
        intercommunalites | epci_siren;nom;feuille_de_route;feuille_de_route_date;etude;fonctions_voulues;tiers_lieu_existant;porteur_siren;cout_etude;cout_investissement;cout_animation_1;cout_animation_2;cout_animation_3;cout_animation_4;recettes;autres_aides_publiques;date_ouverture;tarif_abonnement;tarif_heure;tarif_seance_fablab;abonnements_bas;abonnements_haut;heures_bas;heures_haut;seances_fablab_bas;seances_fablab_haut;charges_autres
        sites | id_site;nom;code_insee;adresse;surface_m2;connexion;debit_mbits;animateur_etp;accord_proprietaire;acces_plain_pied;acces_hors_horaires;espace_clos;espace_ventile;fonctions
        territoires | code_insee;deficit_acces;fiche_action
        besoins | epci_siren;date;public;objet;commune;demandes;source
        credits | nature;annee;ligne;montant;report;departement;minimum
        animateurs | animateur;epci_siren;commune;epcis_desservies;demi_journees;absences;tablettes
        lieux | lieu;epci_siren;horaires;fermetures;capacite;vacances_scolaires
        vacances | nature;debut;fin
        trajets | de;a;minutes;km
        seances | lieu;date;debut;mois_complet;tenue;presences;premieres_venues;heures_personne
        """)
    void beginsWithTheColumnsThatFilesHaveAndLetsThemLackWhatCameSince(String table, String header) {
        assertThat(shipped())
                .filteredOn(TableSchema::name, table)
                .singleElement()
                .satisfies(schema -> {
                    assertThat(schema.header()).startsWith(header.split(";"));
                    assertThat(header.split(";")).containsAll(schema.leastHeader());
                });
        assertThat(TableSchema.SALLES.primaryKey()).containsExactly("id_salle");
    }

    /** What stays with an EPCI is a sum of five costs, in twelve digits: a number that a file may hold would stop the stream otherwise. */
    @Test
    void boundsCostsSoThatFiveOfThemAddUpWithinAPlan() {
        assertThat(TableSchema.INTERCOMMUNALITES.fields())
                .filteredOn(field -> field.name().startsWith("cout_"))
                .hasSize(6)
                .allSatisfy(field -> assertThat(
                                requireNonNull(field.constraints().maximum()).multiply(BigDecimal.valueOf(5)))
                        .isLessThan(BigDecimal.TEN.pow(10)));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void describesEveryColumnInWords(TableSchema table) {
        assertThat(table.title()).isNotBlank();
        assertThat(table.description()).isNotBlank();
        assertThat(table.header()).doesNotHaveDuplicates().containsAll(table.primaryKey());
        assertThat(table.fields()).allSatisfy(field -> {
            assertThat(field.title()).isNotBlank().isNotEqualTo(field.name());
            assertThat(field.description()).isNotBlank();
        });
    }

    @Test
    void boundsEveryCountAndHoursToHundredths() {
        assertThat(TableSchema.all().stream().flatMap(table -> table.fields().stream()))
                .filteredOn(field -> field.type() == Type.INTEGER)
                .allSatisfy(field -> {
                    assertThat(field.constraints().minimum()).isEqualByComparingTo("0");
                    assertThat(field.constraints().maximum()).isEqualByComparingTo("10000000");
                });

        Constraints hours =
                column(TableSchema.FREQUENTATION, "heures_personnes").constraints();

        assertThat(hours.minimum()).isEqualByComparingTo("0");
        assertThat(hours.decimalPlaces()).isEqualTo(2);
        assertThat(hours.required()).isFalse();
    }

    @Test
    void allowsTheNamesOfTheLogAndNoOther() {
        assertThat(values(TableSchema.SALLES, "gestion")).isEqualTo(names(Gestion.class));
        assertThat(values(TableSchema.FREQUENTATION, "grain")).isEqualTo(names(Grain.class));
        assertThat(values(TableSchema.FREQUENTATION, "etat")).isEqualTo(names(Etat.class));
        assertThat(values(TableSchema.BESOINS, "public")).isEqualTo(names(Demandeur.class));
        assertThat(values(TableSchema.CREDITS, "ligne")).isEqualTo(names(LigneCredit.class));
        assertThat(values(TableSchema.LIEUX, "vacances_scolaires")).isEqualTo(names(VacancesScolaires.class));
        assertThat(values(TableSchema.INTERCOMMUNALITES, "etude")).isEqualTo(names(EtudeState.class));
        assertThat(values(TableSchema.INTERCOMMUNALITES, "feuille_de_route")).isEqualTo(names(FeuilleDeRoute.class));
        assertThat(items(TableSchema.SALLES, "fonctions")).isEqualTo(names(Fonction.class));
        assertThat(items(TableSchema.SITES, "fonctions")).isEqualTo(names(Fonction.class));
        assertThat(items(TableSchema.INTERCOMMUNALITES, "fonctions_voulues")).isEqualTo(names(Fonction.class));
    }

    @Test
    void readsFrenchBooleansAndLists() {
        Field plainPied = column(TableSchema.SALLES, "acces_plain_pied");
        Field themes = column(TableSchema.SALLES, "themes");

        assertThat(plainPied.booleans()).isEqualTo(new Field.BooleanWords(List.of("oui"), List.of("non")));
        assertThat(themes.list()).isEqualTo(new Field.ListFormat("|", List.of()));
    }

    @Test
    void takesTheDefaultsOfTheStandard() {
        Field field =
                TableSchema.read("{\"fields\": [{\"name\": \"a\"}]}").fields().getFirst();

        assertThat(field.type()).isEqualTo(Type.STRING);
        assertThat(field.title()).isEqualTo("a");
        assertThat(field.booleans().trueValues()).contains("true", "1");
        assertThat(field.constraints().pattern()).isNull();
        assertThat(field.list()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{'fields': [{}]}",
                "{'fields': [{'name': 'a', 'type': 'geojson'}]}",
                "{'fields': [{'name': 'a', 'constraints': {'minimum': 'x'}}]}",
                "{'fields': [{'name': 'a', 'constraints': {'maxLength': 1.5}}]}",
                "{'fields': [{'name': 'a', 'constraints': {'pattern': '['}}]}"
            })
    void refusesWhatIsNoTableSchema(String json) {
        assertThatThrownBy(() -> TableSchema.read(json.replace('\'', '"')))
                .isInstanceOfAny(JacksonException.class, IllegalArgumentException.class);
    }

    private static Field column(TableSchema table, String name) {
        return table.field(name).orElseThrow();
    }

    private static List<String> values(TableSchema table, String name) {
        return column(table, name).constraints().values();
    }

    private static List<String> items(TableSchema table, String name) {
        return requireNonNull(column(table, name).list()).itemEnum();
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    @Test
    void describesEachActivityByCodeAndLabel() {
        assertThat(Activity.all())
                .hasSizeBetween(25, 45)
                .allSatisfy(activity -> {
                    assertThat(activity.code()).matches("[A-Z]+(_[A-Z]+)*");
                    assertThat(activity.label()).isNotBlank();
                    assertThat(activity.theme()).isEqualTo(activity.theme().toLowerCase(java.util.Locale.ROOT));
                })
                .extracting(Activity::code)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(Activity.all()).extracting(Activity::label).doesNotHaveDuplicates();
    }

    @Test
    void knowsOneByItsCodeAndNoThemeOfAWayOfCounting() {
        assertThat(Activity.of("DEMARCHES"))
                .hasValueSatisfying(activity -> assertThat(activity.label()).isEqualTo("Démarches en ligne"));
        assertThat(Activity.of("TRICOT")).isEmpty();
        assertThat(Activity.all())
                .filteredOn(activity -> activity.theme().isEmpty())
                .extracting(Activity::code)
                .containsExactly("ACCES_LIBRE", Activity.OTHER, "FERMETURE", "SCOLAIRES", "TOTAL");
    }

    @Test
    void isWhatTheAttendanceTakes() {
        assertThat(TableSchema.FREQUENTATION
                        .field("activite")
                        .orElseThrow()
                        .constraints()
                        .values())
                .isEqualTo(Activity.all().stream().map(Activity::code).toList());
    }
}
