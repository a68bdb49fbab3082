package fr.passerelle.demo.reconstruction;

import java.util.List;

/** Rows planted to be rejected, each with why. */
final class PlantedRejects {

    /** A row of the register, without its last seven cells when they are all the same, and why it cannot stand. */
    private record Bad(String cells, String why) {}

    private static final String COUNTS = ";1;2;5;8;;;";

    private static final List<Bad> ATTENDANCE = List.of(
            bad(";DEMO-999;2016-03-08;2016-03-08;SEANCE;INITIATION;OUVERT" + COUNTS, "salle inconnue"),
            bad(";DEMO-999;2016-03-10;2016-03-10;SEANCE;INITIATION;OUVERT" + COUNTS, "salle inconnue"),
            bad(";DEMO-999;2016-03-15;2016-03-15;SEANCE;INITIATION;OUVERT" + COUNTS, "salle inconnue"),
            bad(";DEMO-999;2016-03-17;2016-03-17;SEANCE;ATELIER;OUVERT" + COUNTS, "salle inconnue"),
            bad(
                    ";DEMO-146;2016-05-10;2016-05-10;SEANCE;ATELIER;OUVERT" + COUNTS,
                    "salle dont la ligne d'inventaire est rejetée"),
            bad(
                    ";DEMO-147;2016-05-12;2016-05-12;SEANCE;ATELIER;OUVERT" + COUNTS,
                    "salle dont la ligne d'inventaire est rejetée"),
            bad(";;2016-05-13;2016-05-13;SEANCE;ATELIER;OUVERT" + COUNTS, "salle absente"),
            bad(";DEMO-020;2015-02-29;2015-02-29;SEANCE;INITIATION;OUVERT" + COUNTS, "date impossible"),
            bad(
                    ";DEMO-020;09/06/2015;09/06/2015;SEANCE;INITIATION;OUVERT" + COUNTS,
                    "date qui n'est pas au format AAAA-MM-JJ"),
            bad(";DEMO-021;2015-06-31;2015-06-31;SEANCE;INITIATION;OUVERT" + COUNTS, "date impossible"),
            bad(";DEMO-022;;2015-06-30;SEANCE;INITIATION;OUVERT" + COUNTS, "date absente"),
            bad(";DEMO-023;2014-10-07;2014-10-07;SEANCE;INITIATION;OUVERT;1;2;-5;8;;;", "compte négatif"),
            bad(";DEMO-023;2014-10-09;2014-10-09;SEANCE;INITIATION;OUVERT;1;-2;5;8;;;", "compte négatif"),
            bad(";DEMO-024;2014-10-14;2014-10-14;SEANCE;INITIATION;OUVERT;1;2;5,5;8;;;", "nombre illisible"),
            bad(";DEMO-024;2014-10-16;2014-10-16;SEANCE;INITIATION;OUVERT;1;2;beaucoup;8;;;", "nombre illisible"),
            bad(";DEMO-025;2016-11-30;2016-11-01;MOIS;ACCES_LIBRE;OUVERT" + COUNTS, "période inversée"),
            bad(";DEMO-026;2016-12-20;2016-12-13;PERIODE;ACCES_LIBRE;OUVERT" + COUNTS, "période inversée"),
            bad(
                    ";DEMO-027;2013-04-02;2013-04-04;SEANCE;ATELIER;OUVERT" + COUNTS,
                    "grain qui ne tient pas : une séance sur trois jours"),
            bad(
                    ";DEMO-028;2013-04-01;2013-04-20;MOIS;ATELIER;OUVERT" + COUNTS,
                    "grain qui ne tient pas : un mois incomplet"),
            bad(
                    ";DEMO-029;2013-04-01;2013-04-10;SEMAINE;ATELIER;OUVERT" + COUNTS,
                    "grain qui ne tient pas : une semaine de dix jours"),
            bad(";DEMO-030;2013-05-14;2013-05-14;DECADE;ATELIER;OUVERT" + COUNTS, "grain inconnu"),
            bad(";DEMO-031;2013-05-16;2013-05-16;SEANCE;ATELIER;PEUT-ETRE" + COUNTS, "état inconnu"),
            bad(";DEMO-035;2011-05-01;2011-05-31;MOIS;FORUM;FERME" + COUNTS, "salle dite fermée, et pourtant comptée"),
            bad(
                    ";DEMO-036;2011-05-01;2011-05-31;MOIS;FORUM;OUVERT;;;;;20;12;",
                    "personnes distinctes hors du grain ANNEE"),
            bad("DOUBLE-1;DEMO-032;2012-09-11;2012-09-11;SEANCE;SOIREE;OUVERT" + COUNTS, ""),
            bad(
                    "DOUBLE-1;DEMO-032;2012-09-12;2012-09-12;SEANCE;SOIREE;OUVERT" + COUNTS,
                    "identifiant de relevé déjà employé dans le fichier"),
            bad(";DEMO-033;2012-10-01;2012-10-20;PERIODE;FORUM;OUVERT;4;8;21;30;;;", ""),
            bad(
                    ";DEMO-033;2012-10-15;2012-11-02;PERIODE;FORUM;OUVERT;3;6;14;20;;;",
                    "CHEVAUCHEMENT : chevauche la ligne précédente sans s'y emboîter"),
            bad(";DEMO-034;2012-03-05;2012-03-24;PERIODE;FORUM;OUVERT;4;8;18;30;;;", ""),
            bad(
                    ";DEMO-034;2012-03-19;2012-03-25;SEMAINE;FORUM;OUVERT;1;2;6;10;;;",
                    "CHEVAUCHEMENT : chevauche la ligne précédente sans s'y emboîter"));

    private static final List<Bad> ROOMS = List.of(
            bad(
                    "DEMO-019;Salle fictive 019;02648;;;;;REGION;;;8;;;;;;;;;;;;;",
                    "identifiant de salle déjà employé dans le fichier"),
            bad(
                    "DEMO-146;Salle fictive 146;60455;;;;;REGION;;;8;;;;;;;;;;;;;",
                    "code INSEE contradictoire dans la source (60455)"),
            bad("DEMO-147;Salle fictive 147;99999;;;;;REGION;;;8;;;;;;;;;;;;;", "code INSEE inconnu"),
            bad("DEMO-148;Salle fictive 148;02173;;49.5;3.4;;REGION;;;-4;;;;;;;;;;;;;", "nombre de postes négatif"),
            bad("DEMO-149;Salle fictive 149;80021;;49.9;2.3;;PRIVEE;;;8;;;;;;;;;;;;;", "gestion inconnue"));

    private static final List<Bad> DOSSIERS = List.of(
            bad(
                    "123456789;Intercommunalité fictive;AUCUNE;;;;;;;;;;;;;;" + Dossiers.NO_MODEL,
                    "SIREN qui n'est pas celui d'une intercommunalité de Picardie"),
            bad(
                    "200067999;CA du Beauvaisis;ADOPTEE;2017-04-03;RENDUE;;;;-100;;;;;;;;" + Dossiers.NO_MODEL,
                    "montant négatif"));

    private static final List<Bad> SITES = List.of(
            bad("DEMO-SITE-07;Site fictif 07;99999;;80;FIBRE;50;;oui;oui;;;;", "code INSEE inconnu"),
            bad("DEMO-SITE-08;Site fictif 08;02691;;grande;FIBRE;50;;oui;oui;;;;", "surface illisible"));

    private static final List<Bad> SERVICES = List.of(
            bad("60455;oui;", "code INSEE contradictoire dans la source (60455)"),
            bad("80021;peut-être;", "ni oui ni non"));

    private PlantedRejects() {}

    static void plant(Register register, Anomalies anomalies) {
        for (Bad bad : ATTENDANCE) {
            String[] cells = bad.cells().split(";", -1);
            long line = register.raw(cells);
            if (!bad.why().isEmpty()) {
                anomalies.reject(Register.FILE, line, cells[1], bad.why());
            }
        }
    }

    static void plant(Inventory inventory, Anomalies anomalies) {
        for (Bad bad : ROOMS) {
            String[] cells = bad.cells().split(";", -1);
            anomalies.reject(Inventory.FILE, inventory.raw(cells), cells[0], bad.why());
        }
    }

    static void plant(CanonicalCsv dossiers, Anomalies anomalies) {
        plant(DOSSIERS, Dossiers.FILE, dossiers, anomalies);
    }

    static void plantSites(CanonicalCsv sites, Anomalies anomalies) {
        plant(SITES, OtherSites.FILE, sites, anomalies);
    }

    static void plantServices(CanonicalCsv services, Anomalies anomalies) {
        plant(SERVICES, Services.FILE, services, anomalies);
    }

    private static void plant(List<Bad> rows, String file, CanonicalCsv sheet, Anomalies anomalies) {
        for (Bad bad : rows) {
            String[] cells = bad.cells().split(";", -1);
            anomalies.reject(file, sheet.row(cells), cells[0], bad.why());
        }
    }

    private static Bad bad(String cells, String why) {
        return new Bad(cells, why);
    }
}
