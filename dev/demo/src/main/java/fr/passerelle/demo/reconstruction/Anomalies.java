package fr.passerelle.demo.reconstruction;

import fr.passerelle.demo.reconstruction.Room.Trait;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Plants what has to be rejected, and lists what was planted and where: rejects, and what the registers hold for the rules to find. */
final class Anomalies implements Closeable {

    /** Rows that have to be rejected and why, here and below; a row without why is there for the one behind it. */
    static final String ATTENDANCE = """
        ;DEMO-999;2016-03-08;2016-03-08;SEANCE;INITIATION;OUVERT;1;2;5;8;;; | salle inconnue
        ;DEMO-999;2016-03-10;2016-03-10;SEANCE;INITIATION;OUVERT;1;2;5;8;;; | salle inconnue
        ;DEMO-999;2016-03-15;2016-03-15;SEANCE;INITIATION;OUVERT;1;2;5;8;;; | salle inconnue
        ;DEMO-999;2016-03-17;2016-03-17;SEANCE;ATELIER;OUVERT;1;2;5;8;;; | salle inconnue
        ;DEMO-146;2016-05-10;2016-05-10;SEANCE;ATELIER;OUVERT;1;2;5;8;;; | salle dont la ligne d'inventaire est rejetée
        ;DEMO-147;2016-05-12;2016-05-12;SEANCE;ATELIER;OUVERT;1;2;5;8;;; | salle dont la ligne d'inventaire est rejetée
        ;;2016-05-13;2016-05-13;SEANCE;ATELIER;OUVERT;1;2;5;8;;; | salle absente
        ;DEMO-020;2015-02-29;2015-02-29;SEANCE;INITIATION;OUVERT;1;2;5;8;;; | date impossible
        ;DEMO-020;09/06/2015;09/06/2015;SEANCE;INITIATION;OUVERT;1;2;5;8;;; | date qui n'est pas au format AAAA-MM-JJ
        ;DEMO-021;2015-06-31;2015-06-31;SEANCE;INITIATION;OUVERT;1;2;5;8;;; | date impossible
        ;DEMO-022;;2015-06-30;SEANCE;INITIATION;OUVERT;1;2;5;8;;; | date absente
        ;DEMO-023;2014-10-07;2014-10-07;SEANCE;INITIATION;OUVERT;1;2;-5;8;;; | compte négatif
        ;DEMO-023;2014-10-09;2014-10-09;SEANCE;INITIATION;OUVERT;1;-2;5;8;;; | compte négatif
        ;DEMO-024;2014-10-14;2014-10-14;SEANCE;INITIATION;OUVERT;1;2;5,5;8;;; | nombre illisible
        ;DEMO-024;2014-10-16;2014-10-16;SEANCE;INITIATION;OUVERT;1;2;beaucoup;8;;; | nombre illisible
        ;DEMO-025;2016-11-30;2016-11-01;MOIS;ACCES_LIBRE;OUVERT;1;2;5;8;;; | période inversée
        ;DEMO-026;2016-12-20;2016-12-13;PERIODE;ACCES_LIBRE;OUVERT;1;2;5;8;;; | période inversée
        ;DEMO-027;2013-04-02;2013-04-04;SEANCE;ATELIER;OUVERT;1;2;5;8;;; | grain qui ne tient pas : une séance sur trois jours
        ;DEMO-028;2013-04-01;2013-04-20;MOIS;ATELIER;OUVERT;1;2;5;8;;; | grain qui ne tient pas : un mois incomplet
        ;DEMO-029;2013-04-01;2013-04-10;SEMAINE;ATELIER;OUVERT;1;2;5;8;;; | grain qui ne tient pas : une semaine de dix jours
        ;DEMO-030;2013-05-14;2013-05-14;DECADE;ATELIER;OUVERT;1;2;5;8;;; | grain inconnu
        ;DEMO-031;2013-05-16;2013-05-16;SEANCE;ATELIER;PEUT-ETRE;1;2;5;8;;; | état inconnu
        ;DEMO-035;2011-05-01;2011-05-31;MOIS;FORUM;FERME;1;2;5;8;;; | salle dite fermée, et pourtant comptée
        ;DEMO-036;2011-05-01;2011-05-31;MOIS;FORUM;OUVERT;;;;;20;12; | personnes distinctes hors du grain ANNEE
        DOUBLE-1;DEMO-032;2012-09-11;2012-09-11;SEANCE;SOIREE;OUVERT;1;2;5;8;;; |
        DOUBLE-1;DEMO-032;2012-09-12;2012-09-12;SEANCE;SOIREE;OUVERT;1;2;5;8;;; | identifiant de relevé déjà employé dans le fichier
        ;DEMO-033;2012-10-01;2012-10-20;PERIODE;FORUM;OUVERT;4;8;21;30;;; |
        ;DEMO-033;2012-10-15;2012-11-02;PERIODE;FORUM;OUVERT;3;6;14;20;;; | CHEVAUCHEMENT : chevauche la ligne précédente sans s'y emboîter
        ;DEMO-034;2012-03-05;2012-03-24;PERIODE;FORUM;OUVERT;4;8;18;30;;; |
        ;DEMO-034;2012-03-19;2012-03-25;SEMAINE;FORUM;OUVERT;1;2;6;10;;; | CHEVAUCHEMENT : chevauche la ligne précédente sans s'y emboîter
        """;

    static final String ROOMS = """
        DEMO-019;Salle fictive 019;02648;;;;;REGION;;;8;;;;;;;;;;;;; | identifiant de salle déjà employé dans le fichier
        DEMO-146;Salle fictive 146;60455;;;;;REGION;;;8;;;;;;;;;;;;; | code INSEE contradictoire dans la source (60455)
        DEMO-147;Salle fictive 147;99999;;;;;REGION;;;8;;;;;;;;;;;;; | code INSEE inconnu
        DEMO-148;Salle fictive 148;02173;;49.5;3.4;;REGION;;;-4;;;;;;;;;;;;; | nombre de postes négatif
        DEMO-149;Salle fictive 149;80021;;49.9;2.3;;PRIVEE;;;8;;;;;;;;;;;;; | gestion inconnue
        """;

    static final String DOSSIERS = """
        123456789;Intercommunalité fictive;AUCUNE;;;;;;;;;;;;;;;;;;;;;;;; | SIREN qui n'est pas celui d'une intercommunalité de Picardie
        200067999;CA du Beauvaisis;ADOPTEE;2017-04-03;RENDUE;;;;-100;;;;;;;;;;;;;;;;;; | montant négatif
        """;

    static final String SITES = """
        DEMO-SITE-07;Site fictif 07;99999;;80;FIBRE;50;;oui;oui;;;; | code INSEE inconnu
        DEMO-SITE-08;Site fictif 08;02691;;grande;FIBRE;50;;oui;oui;;;; | surface illisible
        """;

    static final String SERVICES = """
        60455;oui; | code INSEE contradictoire dans la source (60455)
        80021;peut-être; | ni oui ni non
        """;

    private final CanonicalCsv sheet;

    Anomalies(Path file) throws IOException {
        sheet = new CanonicalCsv(file, List.of("fichier", "ligne", "sujet", "du", "au", "nature", "detail"));
    }

    /** Something planted in the register of a room, over a period (months or days, as text; empty where it is the whole register). */
    void planted(String file, String subject, String from, String to, String nature, String detail) {
        sheet.row(file, "", subject, from, to, nature, detail);
    }

    void reject(String file, long line, String subject, String detail) {
        sheet.row(file, Long.toString(line), subject, "", "", "REJET", detail);
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }

    /** Plants rows in a file, behind its own; what they are about stands in the cell of this index. */
    void plant(String rows, String file, CanonicalCsv into, int subject) {
        rows.lines().map(row -> row.split(" ?\\| ?", -1)).forEach(bad -> {
            String[] cells = bad[0].split(";", -1);
            long line = into.row(cells);
            if (!bad[1].isEmpty()) {
                reject(file, line, cells[subject], bad[1]);
            }
        });
    }

    /** Lists traits, missing months, closures and observed zeros of the registers. */
    void list(List<Room> rooms) {
        for (Room room : rooms) {
            listTrait(room);
            for (Silence.Kind kind : List.of(Silence.Kind.MISSING, Silence.Kind.CLOSED, Silence.Kind.ZERO)) {
                listMonths(room, kind);
            }
        }
    }

    private void listTrait(Room room) {
        if (room.trait() != Trait.NONE) {
            planted(
                    Register.FILE,
                    room.id(),
                    Objects.toString(room.opened(), ""),
                    Objects.toString(room.closed(), ""),
                    room.trait().name(),
                    room.trait().description);
        }
    }

    /** One line for each run of months of a kind. */
    private void listMonths(Room room, Silence.Kind kind) {
        List<YearMonth> run = new ArrayList<>();
        for (YearMonth month = ExpectedAttendance.FIRST;
                !month.isAfter(ExpectedAttendance.LAST.plusMonths(1));
                month = month.plusMonths(1)) {
            boolean in = !month.isAfter(ExpectedAttendance.LAST) && Silence.in(room, month) == kind;
            if (in) {
                run.add(month);
            } else if (!run.isEmpty()) {
                planted(
                        Register.FILE,
                        room.id(),
                        run.getFirst().toString(),
                        run.getLast().toString(),
                        kind.nature,
                        run.size() + " mois");
                run.clear();
            }
        }
    }
}
