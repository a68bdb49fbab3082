package fr.passerelle.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectedRow;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappedSourceTest {

    private static final TableSchema ROOMS = TableSchema.SALLES;
    private static final String MAPPING = """
        mapping: bibliotheques
        table: salles
        fichiers: ["*.csv"]
        colonnes:
          id_salle: {de: Branche, traduire: {Cruddas: cruddas-park}, sinon: garder}
          nom: Branche
          code_insee: {constante: "02094"}
          gestion: {constante: REGION}
          adresse: {joindre: [Rue, Ville], avec: ", "}
          latitude: {de: Lieu, couper: ",", morceau: 1, sur: 2}
          longitude: {de: Lieu, couper: ",", morceau: 2}
        ignorer: ["Nom usager"]
        """;
    private static final TableSchema ATTENDANCE = TableSchema.FREQUENTATION;
    private static final String WIDE = """
        mapping: visites
        table: frequentation
        fichiers: ["*visits.csv"]
        colonnes:
          id_salle: Library
          activite: {constante: ACCES_LIBRE}
          etat: {constante: OUVERT}
        mois_en_colonnes: {vers: presences, colonnes: AAAA-M}
        vides: [NA]
        ignorer: [Note]
        """;
    private static final String MAPPING_OF_ROOMS = """
        mapping: lieux
        table: salles
        fichiers: ["*.csv"]
        lecture: {separateur: ";"}
        colonnes:
          id_salle: Id
          nom: {constante: Lieu}
          code_insee: {constante: "02094"}
          gestion: {constante: REGION}
        """;
    private static final String HEADLESS = """
        mapping: sans-entete
        table: frequentation
        fichiers: ["*.csv"]
        lecture: {entete: 0}
        colonnes:
          id_salle: A
          activite: {constante: ACCES_LIBRE}
          etat: {constante: OUVERT}
          presences: C
        periode: B
        """;
    private static final String HEADER = "Branche;Nom usager;Rue;Ville;Lieu\n";

    @Test
    void renamesFillsTranslatesJoinsAndCuts() {
        Cells cells = read(HEADER + "Cruddas;Marie Dupont;1 rue A;Laon;49.5, 3.5\n")
                .rows()
                .getFirst();

        assertThat(cells.text("id_salle")).isEqualTo("cruddas-park");
        assertThat(cells.text("nom")).isEqualTo("Cruddas");
        assertThat(cells.text("gestion")).isEqualTo("REGION");
        assertThat(cells.text("adresse")).isEqualTo("1 rue A, Laon");
        assertThat(cells.degrees("latitude")).isEqualTo(49.5);
        assertThat(cells.degrees("longitude")).isEqualTo(3.5);
        assertThat(cells.text("connexion")).isNull();
    }

    @Test
    void refusesACellThatIsNotInAsManyPiecesAsDeclared() {
        assertThat(read(HEADER + "Cruddas;;1 rue A;Laon;49,5,3,5\n").rejects())
                .singleElement()
                .satisfies(rejected -> {
                    assertThat(rejected.column()).isEqualTo("latitude");
                    assertThat(rejected.message()).contains("2 morceau");
                    assertThat(rejected.cells()).containsEntry("nom", "Cruddas");
                });
    }

    @Test
    void saysAtOnceAllThatDoesNotFitAHeader() {
        assertThatThrownBy(() -> read("Branche;Rue;Rue;Ville;Lieu;Téléphone;Nom usager\nA;B;C;D;E;F;G\n"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("ligne 1, ne va pas avec le mapping « bibliotheques »")
                .hasMessageContaining("la colonne « Rue » y est 2 fois")
                .hasMessageContaining("la colonne n° 6")
                .hasMessageContaining("n'est ni utilisée ni ignorée")
                .hasMessageNotContaining("n° 7");
    }

    @Test
    void findsTheHeaderUnderAPreambleOrSaysWhatTheNearestLacks() {
        Register read = read("Liste des bibliothèques;;;;\n\n" + HEADER + "Cruddas;;1 rue A;Laon;49.5, 3.5\n");

        assertThat(read.accepted()).extracting(Row::line).containsExactly(4L);

        assertThatThrownBy(() -> read("Bibliothèques de Laon;;\nBranche;Lieu;Rue\nA;B;C\n"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("à la ligne 2, qui en est la plus proche, il manque « Ville »");
    }

    @Test
    void countsTotalsAndRepeatedHeadersAsControls() {
        Register read = Register.read(
                MAPPING + "totaux: {colonne: Branche, valeurs: [\"Total*\"]}\n",
                ROOMS,
                HEADER + "Cruddas;;1 rue A;Laon;49.5, 3.5\n" + HEADER + "Total général;;;;\nTOTAL;;1 rue B;Laon;\n");

        assertThat(read.outcomes())
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Accepted", "Control", "Control", "Accepted");
    }

    @Test
    void readsAFileWithoutAHeader() {
        String days = HEADLESS.replace("  presences: C\nperiode: B\n", """
              periode_debut: B
              periode_fin: C
              grain: {constante: MOIS}
              presences: {de: D, si_vide: "0"}
            """);

        Register read = Register.read(days, ATTENDANCE, "A;2016-01-01;2016-01-31;12\nB;2016-01-01;2016-01-31;\n");

        assertThat(read.counts()).containsExactly("A 2016-01-01 12", "B 2016-01-01 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#22", "V"})
    void ignoresANoteBesideATableWithoutAHeader(String beside) {
        String rows = """
            A;2016-01;1
            B;2016-01;2%svu par un collègue
            C;2016-02;3
            D;2016-02;4;;;note ailleurs
            """.formatted(";".repeat(19));

        Register read = Register.read(HEADLESS + "ignorer: [\"" + beside + "\"]\n", ATTENDANCE, rows);

        assertThat(read.counts()).containsExactly("A 2016-01-01 1", "B 2016-01-01 2", "C 2016-02-01 3");
        assertThat(read.rejects().getLast()).satisfies(reject -> {
            assertThat(reject.reason()).isEqualTo("COLONNES");
            assertThat(reject.message()).contains("ajoutez « #6 » à « ignorer » du mapping.");
        });
    }

    @Test
    void readsAFileWithoutAHeaderWhoseFirstLineIsDamaged() {
        Register read = Register.read(HEADLESS, ATTENDANCE, "A;2016-0112\nB;2016-01;3\nC;2016-02;4\n");

        assertThat(read.rejects().getFirst().reason()).isEqualTo("COLONNES");
        assertThat(read.counts()).containsExactly("B 2016-01-01 3", "C 2016-02-01 4");
    }

    @Test
    void readsPeriodsByTheirName() {
        Register read = Register.read(
                Register.MAPPING.replace("Mois", "{joindre: [Mois, Année], grain: MOIS}"),
                ATTENDANCE,
                "Salle;Mois;Année;Nb\nA;janvier;2016;3\nA;02;2016;4\nA;T1;2016;5\nA;brumaire;2016;6\n");

        assertThat(read.counts()).startsWith("A 2016-01-01 3");
        assertThat(read.rejects()).extracting(RejectedRow::reason).containsExactly("DATE", "GRAIN", "DATE");
    }

    @Test
    void keepsThePeriodOfARowThatIsRefusedForItsRoom() {
        Register read = Register.read(
                Register.MAPPING.replace("Salle", "{de: Salle, traduire: {Laon: S1}, sinon: rejet}"),
                ATTENDANCE,
                "Salle;Mois;Nb\nSoissons;2016-03;4\nSoissons;2016-13;4\n");

        assertThat(read.rejects())
                .extracting(reject -> reject.column() + " " + reject.cells().get("periode_debut") + " "
                        + reject.cells().get("periode_fin") + " "
                        + reject.cells().get("grain"))
                .containsExactly("id_salle 2016-03-01 2016-03-31 MOIS", "id_salle 2016-13  ");
    }

    @Test
    void readsTheHeaderFromTheLineThatIsDeclared() {
        String declared = MAPPING + "lecture: {entete: 2}\n";
        String row = "Cruddas;;1 rue A;Laon;49.5, 3.5\n";

        assertThat(Register.read(declared, ROOMS, HEADER + HEADER + row).outcomes())
                .hasSize(1);
        assertThatThrownBy(() -> Register.read(declared, ROOMS, HEADER + "\n" + HEADER + row))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("n'a pas d'en-tête qui commence à la ligne 2");
    }

    @Test
    void makesARowOfEachMonthThatIsNotEmpty() {
        Register read =
                Register.read(WIDE, ATTENDANCE, "Library;2008-04;2025-1;Note\nA;12;;x\nB;0;NA;y\nC;;;z\nD;1;deux;\n");

        assertThat(read.counts()).containsExactly("A 2008-04-01 12", "B 2008-04-01 0", "D 2008-04-01 1");
        assertThat(read.rejects())
                .extracting(reject -> reject.line() + " " + reject.ordinal() + " " + reject.column())
                .containsExactly("5 1 presences");
    }

    @Test
    void refusesEachMonthOfARecordThatCannotBeMapped() {
        String unknown = WIDE.replace("id_salle: Library", "id_salle: {de: Library, traduire: {Laon: S1}}");

        Register read = Register.read(unknown, ATTENDANCE, "Library;2016-01;2016-02;2016-03;Note\nSoissons;4;;5;x\n");

        assertThat(read.rejects())
                .extracting(reject -> reject.ordinal() + " " + reject.cells().get("periode_debut") + " "
                        + reject.cells().get("presences"))
                .containsExactly("0 2016-01-01 4", "1 2016-03-01 5");
    }

    @Test
    void refusesEveryMonthOfARecordWhoseCellsOrColumnsCannotBeToldApart() {
        assertThat(Register.read(WIDE, ATTENDANCE, "Library;2016-01;2016-02;2016-03;Note\nA;\"4;5;6;x\n")
                        .rejects())
                .extracting(reject -> reject.ordinal() + " " + reject.cells().get("periode_debut"))
                .containsExactly("0 2016-01-01", "1 2016-02-01", "2 2016-03-01");
        assertThatThrownBy(() -> Register.read(WIDE, ATTENDANCE, "Library;2025-1;2025-01;Note\nA;12;;x\n"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("plusieurs colonnes sont du mois 2025-01");
    }

    @Test
    void saysZerosForCoveredMonthsWithoutARow() {
        String covered = WIDE + "couverture: {du: 2016-01, au: 2016-03}\n";

        Register read =
                Register.read(covered, ATTENDANCE, "Library;2015-12;2016-01;2016-02;Note\nB;4;5;;\nA;1;;x;\nC;;;;\n");

        assertThat(read.counts())
                .containsExactly(
                        "B 2015-12-01 4", "B 2016-01-01 5",
                        "A 2015-12-01 1", "B 2016-02-01 0",
                        "B 2016-03-01 0", "A 2016-01-01 0",
                        "A 2016-03-01 0", "C 2016-01-01 0",
                        "C 2016-02-01 0", "C 2016-03-01 0");
        Row zero = read.accepted().getLast();
        assertThat(zero.text(0)).isEqualTo("couverture/C/2016-03");
        assertThat(zero.line()).isZero();
    }

    @Test
    void saysNoZeroWhereARefusedRowDoesNotSayItsRoom() {
        String covered = WIDE + "couverture: {du: 2016-01, au: 2016-02}\n";

        Register read = Register.read(covered, ATTENDANCE, "Library;2016-01;Note\nA;4;\nA\n");

        assertThat(read.counts()).containsExactly("A 2016-01-01 4");
        assertThat(read.rejects().getLast().reason()).isEqualTo("COUVERTURE");
    }

    @Test
    void saysNoZeroWhereTheRoomOfARefusedRowIsNotTranslated() {
        String covered =
                WIDE.replace("id_salle: Library", "id_salle: {de: Library, traduire: {Beauvais: S1}, sinon: rejet}")
                        + "couverture: {du: 2016-01, au: 2016-02}\n";

        Register read =
                Register.read(covered, ATTENDANCE, "Library;2016-01;2016-02;Note\nBeauvais;4;;\nBeauvaiz;;7;\n");

        assertThat(read.counts()).containsExactly("S1 2016-01-01 4");
        assertThat(read.rejects().getLast().reason()).isEqualTo("COUVERTURE");
    }

    @Test
    void stopsAtAColumnOfPersonsEvenWhereItIsUsed() {
        assertThatThrownBy(() -> Register.read(
                        MAPPING.replace("nom: Branche", "nom: Prénom"),
                        ROOMS,
                        "Branche;Prénom;Rue;Ville;Lieu\nA;B;C;D;E\n"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("semble dire qui est quelqu'un");
    }

    @Test
    void makesAListOfTheBoxesThatAreChecked() {
        String boxes = rooms("fonctions: {cases: {Fablab: FABLAB, Atelier: FABLAB, EPN: MEDIATION_NUMERIQUE}}");

        Register read = Register.read(boxes, ROOMS, """
            Id;Fablab;Atelier;EPN
            S1;X;True;non
            S2;;;oui
            S3;;-;
            S4;;;Mairie
            """);

        assertThat(read.texts("fonctions")).containsExactly("FABLAB", "MEDIATION_NUMERIQUE", "");
        RejectedRow rejected = read.rejects().getLast();
        assertThat(rejected.column() + " " + rejected.reason()).isEqualTo("fonctions OUI_NON");
        assertThat(rejected.message()).contains("la case « EPN » ne dit ni oui ni non");
    }

    @Test
    void translatesEachItemOfAList() {
        String lists = rooms("fonctions: {de: Services, separer: [\",\", \"|\"], traduire: {Impression 3D: FABLAB,"
                + " Bureau: COWORKING, Prêt: \"\"}}\n  themes: {de: Sujets, separer: \" / \"}");

        Register read = Register.read(lists, ROOMS, """
            Id;Services;Sujets
            S1;Bureau, Impression 3D|Bureau,Prêt;Sport / Loisirs, jeux / Sport
            S2;Prêt;
            S3;Bureau, Piscine;
            """);

        assertThat(read.texts("fonctions")).containsExactly("COWORKING|FABLAB", "");
        assertThat(read.texts("themes")).containsExactly("Sport|Loisirs, jeux", "");
        assertThat(read.rejects().getLast().reason()).isEqualTo("VALEUR");
    }

    @Test
    void leavesOutWithANoteWhatCannotBeReadWhereTheMappingSaysSo() {
        String lenient = rooms("""
            postes: {de: Postes, sinon: inconnu}
              connexion: {de: Accès, traduire: {Fibre optique: FIBRE}, sinon: inconnu}
              fonctions: {de: Services, separer: ",", traduire: {Bureau: COWORKING}, sinon: inconnu}
              themes: {de: Sujets, separer: ",", traduire: {Sport: Sports}, sinon: inconnu}
              latitude: {de: Lat, sinon: inconnu}
              longitude: {de: Lon, sinon: inconnu}\
            """);

        Register read = Register.read(lenient, ROOMS, """
            Id;Postes;Accès;Services;Sujets;Lat;Lon
            S1;12;Fibre optique;Bureau;Sport;49,5;3,4
            S2;une douzaine;ADSL;Bureau, Piscine;Sport, Danse;-22,2;166,4
            S3;;;;;;
            """);

        assertThat(read.texts("postes")).containsExactly("12", "", "");
        assertThat(read.texts("connexion")).containsExactly("FIBRE", "", "");
        assertThat(read.texts("fonctions")).containsExactly("COWORKING", "COWORKING", "");
        assertThat(read.texts("themes")).containsExactly("Sports", "Sports", "");
        assertThat(read.texts("latitude")).containsExactly("49.5", "", "");
        assertThat(unread(read.accepted().get(1)))
                .containsExactlyInAnyOrder("postes", "connexion", "fonctions", "themes", "latitude", "longitude");
        assertThat(unread(read.accepted().getFirst())).isEmpty();
        assertThat(unread(read.accepted().getLast())).isEmpty();
    }

    @Test
    void leavesOutTheItemsThatItsTableDoesNotKnow() {
        String lenient = rooms("fonctions: {de: Services, sinon: inconnu}");

        Register read = Register.read(lenient, ROOMS, "Id;Services\nS1;Coworking, Piscine\nS2;Piscine\n");

        assertThat(read.texts("fonctions")).containsExactly("COWORKING", "");
        assertThat(read.accepted()).allSatisfy(row -> assertThat(unread(row)).containsExactly("fonctions"));
    }

    @Test
    void makesIdentifiers() {
        String named = MAPPING_OF_ROOMS.replace(
                "id_salle: Id", "id_salle: {de: Id, sans_prefixe: \"Lieu :\", identifiant: oui, prefixe: \"NC-\"}");

        Register read = Register.read(named, ROOMS, """
            Id
            Lieu : Médiathèque de l'Œuvre (Bourail)
            Salle 4
            Lieu : ???
            """);

        assertThat(read.texts("id_salle")).containsExactly("NC-MEDIATHEQUE-DE-L-OEUVRE-BOURAIL");
        assertThat(read.rejects())
                .extracting(RejectedRow::message)
                .satisfiesExactly(
                        first -> assertThat(first).contains("ne commence pas par « Lieu : »"),
                        second -> assertThat(second).contains("n'a rien dont un identifiant"));
    }

    @Test
    void makesTwoIdentifiersOfTwoLongNamesThatBeginAlike() {
        String named = MAPPING_OF_ROOMS.replace("id_salle: Id", "id_salle: {de: Id, identifiant: oui, prefixe: NC-}");

        Register read = Register.read(named, ROOMS, """
            Id
            Point information jeunesse et case numérique de la commune de Kouaoua
            Point information jeunesse et case numérique de la commune de Canala
            """);

        assertThat(read.texts("id_salle"))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id)
                        .matches("NC-POINT-INFORMATION-JEUNESSE-ET-CASE-NUMERIQUE-DE-[0-9A-F]{8}")
                        .hasSizeLessThanOrEqualTo(60));
    }

    private static String rooms(String columns) {
        return MAPPING_OF_ROOMS + "  " + columns + "\n";
    }

    private static List<String> unread(Row row) {
        return row.corrections().stream()
                .filter(corrected -> corrected.code().equals("INCONNU"))
                .map(CorrectedRow.CellCorrection::column)
                .toList();
    }

    @Test
    void readsAnActivityThatIsNotTranslatedByItsOwnWords() {
        String mapping =
                WIDE.replace("{constante: ACCES_LIBRE}", "{de: Note, traduire: {\"Cours de tricot\": ATELIER}}");
        String file = "Library;2016-01;2016-02;Note\nS1;4;;Cours de tricot\nS2;5;;Jeux\nS3;6;;Belote\n";

        assertThat(Register.read(mapping.replace("ignorer: [Note]", ""), ATTENDANCE, file)
                        .texts("activite"))
                .containsExactly("ATELIER", "JEUX", "AUTRE");
    }

    @Test
    void letsAColumnInOnlyForAReasonAndOnlyWhereItIsNeeded() {
        String person = MAPPING.replace("nom: Branche", "nom: Bénéficiaire");
        String file = "Branche;Bénéficiaire;Rue;Ville;Lieu\nA;Amicale;C;D;E\n";
        String open = person.replace("ignorer:", "admettre: {Bénéficiaire: une association}\nignorer:");

        assertThatThrownBy(() -> Register.read(person, ROOMS, file)).hasMessageContaining("« admettre »");
        assertThatThrownBy(() -> Register.read(open.replace("Bénéficiaire: une", "Branche: une"), ROOMS, file))
                .hasMessageContaining("semble dire qui est quelqu'un");
        assertThatThrownBy(() -> Register.read(
                        MAPPING.replace("ignorer:", "admettre: {Branche: une salle}\nignorer:"), ROOMS, file))
                .hasMessageContaining("n'a pas à être admise");
    }

    private static Register read(String text) {
        return Register.read(MAPPING, ROOMS, text);
    }
}
