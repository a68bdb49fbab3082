package fr.passerelle.schemas.person;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.table.TableSchema;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonMaskTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // addresses; titles and their names
                "zoe@exemple.fr", "zoe @ exemple.fr", "zoe (at) exemple.fr",
                "zoe[at]exemple.fr", "zoe[arobase]exemple.fr", "zoe (arobase) exemple.fr",
                "zoe arobase exemple.fr", "zoe@exemple[point]fr", "zoe.canarinet@mairie.sous-domaine.fr",
                "Mr. Dupont", "Mme. Durand", "Mlle. Martin",
                "M.Dupont", "M. Dupont", "Mme\tDupont",
                "MME DUPONT", "mr Dupont", "madame dupont",
                "monsieur dupont", "mme de la tour", "Dr Dupont",
                "dr. Dupont", "docteur Dupont", "Me Dupont",
                "Maître Dupont", "Mmes Dupont et Durand", "MM. Dupont, Durand et Martin",
                "mesdames dupont et durand", "Mme Zoé Dupont née Durand", "M.J. Dupont"
            })
    void blotsOutWhatMayTellSomebody(String person) {
        assertThat(PersonMask.mask("avec " + person)).isEqualTo("avec [masqué]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // signs that are no address; no title of a person; no birth; other numbers; what only begins like them
                "L'@MI", "Click @utonome",
                "@", "Cyber-b@se de Laon",
                "L'@telier. Salle 2", "Espace (atelier) Nord",
                "Maison [annexe]", "arobase",
                "C.I.M.E 45", "Daley, Richard M.-W Humboldt",
                "M.J.C. Victor Hugo", "A.M. Laon",
                "madame la maire", "madame, monsieur",
                "mesdames et messieurs", "les dames de Laon",
                "je me suis inscrit", "12 m. de long",
                "docteur en informatique", "drive et Drôme",
                "rue du Dr Calmette", "12 avenue du Docteur Roux",
                "rue Monsieur le Prince", "place Madame de Staël",
                "Collège Monsieur Vincent", "BD DR SCHWEITZER",
                "écran de 3 mm neuf", "lame de 9mm au plus",
                "ne le dites pas", "né le premier",
                "une année en 2017", "journée en mars",
                "salle née", "DEMO-001;02094;200072031;2017-10-31;1240.50;49.62943",
                "48.856613, 2.352222012", "19eb9370449dfe0000000000a",
                "12345", "Atelier 0344 12 34",
                "", "Médiathèque",
                "mairie de Laon", "(annexe)",
                "mm", "nord",
                "Drancy", "artothèque"
            })
    void leavesWhatTellsNobody(String text) {
        assertThat(PersonMask.hides(text)).isFalse();
        assertThat(PersonMask.mask(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        né le 12/03/1956, inscrit | [masqué], inscrit
        née le 3 mars 1956 | [masqué]
        né(e) le 3/4/56 | [masqué]
        NEE LE 03.04.1956 | [masqué]
        né à Laon le 3 mars 1956 | [masqué]
        née en 1956 | [masqué]
        Zoé Canarinet, née le 12/03/1956 | [masqué]
        écrire à jeanne.dupont@mairie.fr ou 03.44.12.34.56 | écrire à [masqué] ou [masqué]
        +33 6 12 34 56 78 et 0612345678 | [masqué] et [masqué]
        n° 2 85 05 78 006 084 36 fin | n° [masqué] fin
        285052A006084 | [masqué]
        """)
    void blotsOutABirthWithWhoseItIsAndWhatLooksLikeAPerson(String text, String masked) {
        assertThat(PersonMask.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // numbers that may be somebody's; what looks like them
                "FR76 3000 6000 0112 3456 7890 189", "fr7630006000011234567890189", "BE71 0961 2345 6769",
                "612345678", "33612345678", "185052B006084",
                "1234567890123456", "Mme\u2003Dupont", "Mme\u200BDupont\u200B",
                "M\u00ADme Dupont", "Ｍｍｅ Dupont", "Mme_Dupont",
                "Mme-Dupont", "06\u200347\u200311\u200358\u200393", "06\t47\t11\t58\t93",
                "06\u201147\u201111\u201158\u201193", "06\u200B47115893", "0647 115 893",
                "06 471 158 93", "٠٦٤٧١١٥٨٩٣", "２８５０５８０１２３４５６"
            })
    void blotsOutANumberThatMayBeSomebodysAndWhatLooksLikeThem(String person) {
        assertThat(PersonMask.mask("voir " + person + " fin")).isEqualTo("voir [masqué] fin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x@y.fr", "x (at) y.fr", "x[at]y.fr", "0344123456", "0_3-44/12.34 56",
                "+33612345678", "0033 6 12 34 56 78", "2850578006084", "1 85 05 2B 006 084", "m. Dupont",
                "MLLE de la Tour", "madame Zoé"
            })
    void seesThemWhereverTheyStand(String person) {
        for (String before : List.of("", " ", "é ", "n°", "1 é ", "\uD835\uDD38 ", "«", "[", "12345 - ")) {
            for (String after : List.of("", " ", ";", " é", " - 12345")) {
                assertThat(PersonMask.hides(before + person + after))
                        .as(before + person + after)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de 10 h à 12 h – l’été", "½ journée…", "du 01/02/2017 à 10 h", "n°\u202F12"})
    void leavesOtherTextsAsTheyAreWritten(String text) {
        assertThat(PersonMask.mask(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Présences", "nb_presences", "frequentation-2017-10.csv", "Total général", "12/03/2017", "1 234,5",
                "Feuil1", "FERMÉ", "Mois d'ouverture", "nbPresences", "n.c.", "2008-onwards-monthly-visits.csv",
                "salles.csv", "3 mars 2017"
            })
    void showsTheWordsOfTheTrade(String text) {
        assertThat(SafeWords.show(text)).isEqualTo(text);
        assertThat(SafeWords.areSafe(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Relevés de Zoé Canarinet.xlsx | Relevés de [masqué].xlsx
        Présences CANARINET | Présences [masqué]
        06.12.34.56.78 | [masqué]
        061234567 | [masqué]
        12 345 678 901 | [masqué]
        Mme Dupont | [masqué]
        nomCanarinet | nom[masqué]
        Зоя | [masqué]
        """)
    void blotsOutTheRest(String text, String shown) {
        assertThat(SafeWords.show(text)).isEqualTo(shown);
        assertThat(SafeWords.areSafe(text)).isFalse();
    }

    @Test
    void showsNoneOfAnUnknownNameWhateverIsAroundIt() {
        Random random = new Random(20171031);
        for (int i = 0; i < 10_000; i++) {
            String around = random.ints(random.nextInt(12), 0x20, 0x250)
                    .filter(c -> !Character.isLetter(c))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            assertThat(SafeWords.show(around + "Canarinet" + around)).doesNotContainIgnoringCase("canarinet");
        }
    }

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
        assertThat(PersonColumns.byHeader(TableSchema.FREQUENTATION, header)).isTrue();
        assertThat(PersonColumns.byHeader(TableSchema.SALLES, header)).isFalse();
        assertThat(PersonColumns.byHeader(TableSchema.SITES, header)).isFalse();
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
