package fr.passerelle.batch.source.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonColumnsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nom Prénom", "NOM DE L'USAGER", "prenom", "Prénoms", "E-mail", "adresse mail", "Tél.",
                        "téléphone portable",
                "DateNaissance", "date de naissance", "N° sécu", "numéro de sécurité sociale", "Civilité", "Sexe",
                        "Âge", "Animateur",
                "Contact", "nomUsager", "Nom complet", "N° carte", "Last name"
            })
    void recognisesAHeaderOverPersons(String header) {
        assertThat(PersonColumns.byHeader(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nom de la salle", "nom", "animateur_etp", "Nb animateurs", "Nombre de personnes", "Participants",
                        "Usagers", "Inscrits",
                "Tranche d'âge", "Présences", "Library", "2017-03", "", "adresse", "commune", "Nb usagers (femmes)"
            })
    void leavesTheOthers(String header) {
        assertThat(PersonColumns.byHeader(header)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DUPONT Marie", "Marie-Thérèse Durand", "zoe@exemple.fr", "06 12 34 56 78", "Mme Durand"})
    void recognisesACellThatIsAPerson(String cell) {
        assertThat(PersonColumns.byCell(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Initiation internet",
                "1 240",
                "2017-03-01",
                "Salle des fêtes",
                "MOIS",
                "02168",
                "Fère-en-Tardenois",
                ""
            })
    void leavesACellThatIsNone(String cell) {
        assertThat(PersonColumns.byCell(cell)).isFalse();
    }
}
