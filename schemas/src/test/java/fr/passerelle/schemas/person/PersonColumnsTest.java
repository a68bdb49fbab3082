package fr.passerelle.schemas.person;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.table.TableSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonColumnsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // by who they are, then by their role
                "Nom Prénom", "NOM DE L'USAGER", "prenom", "Prénoms", "E-mail", "adresse mail",
                "Tél.", "téléphone portable", "DateNaissance", "date de naissance", "Né(e) le", "N° sécu",
                "numéro de sécurité sociale", "NIR", "IBAN", "Matricule", "Identifiant personnel", "Civilité",
                "Sexe", "H/F", "Âge", "Domicile", "Signature", "nomUsager",
                "Nom complet", "N° carte", "Last name", "Library card", "Usager", "Intervenant",
                "Saisi par", "Saisie effectuée par :", "Entered by", "Adhérent", "Adhérente", "Bénéficiaire",
                "Animateur", "Agent d'accueil", "Contact", "Responsable", "Tuteur", "Parent",
                "Élève", "Professeur", "Conseiller numérique", "Personne", "Nom du participant", "Id usager",
                "Member", "Staff member", "Line Manager"
            })
    void recognisesAHeaderOverWhoSomeoneIs(String header) {
        assertThat(PersonColumns.byHeader(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nom de la salle", "nom", "animateur_etp", "Nb animateurs", "Nombre de personnes", "Participants",
                "Participant(s)", "Adhérent·e·s", "Usagers", "Inscrits", "Élèves", "Tranche d'âge",
                "Type d'usager", "Heures usager", "Présences", "Présences par jour", "Visits by month", "Library",
                "Branch Name", "2017-03", "", "adresse", "commune", "Nb usagers (femmes)",
                "gestionnaire_siren", "accord_proprietaire"
            })
    void leavesTheOthers(String header) {
        assertThat(PersonColumns.byHeader(header)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nom", "NAME", "Adresse", "Carte"})
    void takesANameAloneForThatOfAPlaceInAnInventoryOnly(String header) {
        assertThat(PersonColumns.byHeader(TableSchema.frequentation(), header)).isTrue();
        assertThat(PersonColumns.byHeader(TableSchema.salles(), header)).isFalse();
        assertThat(PersonColumns.byHeader(TableSchema.sites(), header)).isFalse();
    }

    @Test
    void leavesTheColumnsOfOurOwnTables() {
        assertThat(TableSchema.all())
                .allSatisfy(
                        table -> assertThat(table.header()).noneMatch(column -> PersonColumns.byHeader(table, column)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DUPONT Marie", "Marie-Thérèse Durand", "Jean Saint-Martin",
                "zoe@exemple.fr", "06 12 34 56 78", "Mme Durand"
            })
    void recognisesACellThatIsAPerson(String cell) {
        assertThat(PersonColumns.byCell(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Initiation internet", "1 240", "2017-03-01", "Salle des fêtes",
                "MOIS", "02168", "Fère-en-Tardenois", "Réunion à Château-Thierry",
                "Mairie de Saint Quentin", "Enquête, Sainte-Geneviève", ""
            })
    void leavesACellThatIsNone(String cell) {
        assertThat(PersonColumns.byCell(cell)).isFalse();
    }
}
