package fr.passerelle.cli.study;

import fr.passerelle.calendar.text.TourWords;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.OperatorCommand.Finding;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.schemas.event.CauseVerifiee;
import fr.passerelle.schemas.event.ChargeAnimateur;
import fr.passerelle.schemas.event.EcartSeance;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.NatureEcartSeance;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ResolutionTournee;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.SeancesNonTenues;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.sheets.form.Table;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the sectors of a calendar hold, with communes by INSEE code, for people: no wider than a terminal. */
record CalendarText(List<ToursComputed> sectors, Map<String, String> communes, PrintWriter out) {

    private static final int MINUTES_AN_HOUR = 60;
    private static final int METRES_A_KM = 1_000;

    void print() {
        out.println(CommandFrench.counted(all(ToursComputed::getSeances).count(), "séance", "séances") + " sur "
                + CommandFrench.number(
                        etapes().mapToLong(EtapeDesservie::getAskedInAll).sum()) + " demandées par "
                + CommandFrench.counted(etapes().count(), "étape", "étapes") + ".");
        out.println(road());
        out.println(SessionChanges.toPublished(sectors).summary());
        new TextTable(parts()).print("Secteurs", out);
        sectors.forEach(this::printLimit);
        new TextTable(loads()).print("Charge", out);
        new TextTable(unserved()).print("Séances que personne ne tient", out);
    }

    /** The sessions of an EPCI. */
    void sessions(String epci) {
        Map<String, String> names =
                names(etapes().filter(etape -> etape.getEpci().equals(epci)));
        new TextTable(Table.<SeancePlanifiee>layout()
                        .date("Jour", SeancePlanifiee::getDay)
                        .text(
                                "Heure",
                                it -> SessionChanges.hour(it.getStart()) + "-" + SessionChanges.hour(it.getEnd()))
                        .text("Lieu", it -> names.get(it.getEtape()))
                        .text("Animateur", SeancePlanifiee::getAnimateur)
                        .text("", it -> it.getPinned() ? "fixée" : "")
                        .of(all(ToursComputed::getSeances)
                                .filter(seance -> names.containsKey(seance.getEtape()))
                                .sorted(Comparator.comparing(SeancePlanifiee::getDay)
                                        .thenComparing(SeancePlanifiee::getStart))
                                .toList()))
                .print(out);
    }

    private String road() {
        List<ChargeAnimateur> loads = all(ToursComputed::getCharges).toList();
        return "Route : " + CommandFrench.number(sum(loads, ChargeAnimateur::getRoadMetres) / METRES_A_KM) + " km, "
                + hours(sum(loads, ChargeAnimateur::getRoadMinutes)) + " (de "
                + hours(sum(loads, ChargeAnimateur::getRoadMinutesLow)) + " à "
                + hours(sum(loads, ChargeAnimateur::getRoadMinutesHigh)) + " selon la vitesse et le détour).";
    }

    private Table<ToursComputed> parts() {
        return Table.<ToursComputed>layout()
                .text("Secteur", it -> String.join(", ", it.getEpcis()))
                .text("Preuve", CalendarText::proof)
                .figure("Étapes", it -> it.getEtapes().size())
                .figure("Séances", it -> it.getSeances().size())
                .figure(
                        "Demandées",
                        it -> it.getEtapes().stream()
                                .mapToInt(EtapeDesservie::getAskedInAll)
                                .sum())
                .of(sectors);
    }

    /** Where not all days were compared: which were not. */
    private void printLimit(ToursComputed sector) {
        Stream.concat(Stream.ofNullable(sector.getRythmes()), sector.getCycles().stream())
                .filter(resolution -> resolution.getVoisines() != null)
                .findFirst()
                .ifPresent(resolution ->
                        out.println(String.join(", ", sector.getEpcis()) + " : " + TourWords.proof(resolution) + "."));
    }

    private static String proof(ToursComputed sector) {
        boolean rhythms = sector.getRythmes() == null || isProven(sector.getRythmes());
        boolean weeks = sector.getCycles().stream().allMatch(CalendarText::isProven);
        return "rythmes " + (rhythms ? "prouvés" : "non prouvés") + ", semaines "
                + (weeks ? "prouvées" : "non prouvées");
    }

    private static boolean isProven(ResolutionTournee resolution) {
        return resolution.getPreuve() == Preuve.OPTIMAL;
    }

    private Table<ChargeAnimateur> loads() {
        return Table.<ChargeAnimateur>layout()
                .text("Animateur", ChargeAnimateur::getAnimateur)
                .figure("Journées", ChargeAnimateur::getDays)
                .figure("Séances", ChargeAnimateur::getSessions)
                .figure("Travail", load -> hours(load.getWorkMinutes()))
                .figure("Route", load -> hours(load.getRoadMinutes()))
                .integer("km", load -> load.getRoadMetres() / METRES_A_KM)
                .of(all(ToursComputed::getCharges).toList());
    }

    private Table<SeancesNonTenues> unserved() {
        Map<String, String> names = names(etapes());
        return Table.<SeancesNonTenues>layout()
                .text("Lieu", row -> names.getOrDefault(row.getEtape(), row.getEtape()))
                .date("Quatre semaines du", SeancesNonTenues::getCycle)
                .text("Parce que", CalendarText::why)
                .figure("Séances", SeancesNonTenues::getSessions)
                .of(all(ToursComputed::getNonTenues).toList());
    }

    private static String why(SeancesNonTenues row) {
        return row.getCauses().isEmpty()
                ? row.getSought() ? "plusieurs causes à la fois" : "pas recherché jusqu'au bout"
                : row.getCauses().stream()
                        .map(CauseVerifiee::getMotif)
                        .map(CalendarText::word)
                        .collect(Collectors.joining(", "));
    }

    static String word(MotifSeance motif) {
        return switch (motif) {
            case JOUR_FERIE -> "jour férié";
            case VACANCES -> "vacances scolaires";
            case LIEU_FERME -> "lieu fermé";
            case ANIMATEUR_ABSENT -> "animateur absent";
            case SANS_ANIMATEUR -> "aucun animateur libre";
            case TROP_LOIN -> "trop loin";
            case CAPACITE -> "places ou tablettes manquent";
            case JOUR_PASSE -> "jours déjà passés";
            case PLUS_DEMANDEE -> "plus demandée";
            case DECISION -> "décision";
            case CAUSE_NON_ETABLIE -> "cause non établie";
        };
    }

    private Map<String, String> names(Stream<EtapeDesservie> etapes) {
        return etapes.collect(Collectors.toMap(
                EtapeDesservie::getEtape,
                etape -> TourWords.place(etape.getName(), communes.getOrDefault(etape.getInsee(), etape.getInsee()))));
    }

    private Stream<EtapeDesservie> etapes() {
        return all(ToursComputed::getEtapes);
    }

    private <T> Stream<T> all(Function<ToursComputed, List<T>> of) {
        return sectors.stream().flatMap(sector -> of.apply(sector).stream());
    }

    private static long sum(List<ChargeAnimateur> loads, ToLongFunction<ChargeAnimateur> of) {
        return loads.stream().mapToLong(of).sum();
    }

    private static String hours(long minutes) {
        return "%d h %02d".formatted(minutes / MINUTES_AN_HOUR, minutes % MINUTES_AN_HOUR);
    }

    /** What becomes of sessions, against what stood before: in one line, then one by one. */
    record SessionChanges(String against, List<EcartSeance> changes) implements Finding {

        static SessionChanges toPublished(List<ToursComputed> sectors) {
            return new SessionChanges(
                    "ce qui est publié",
                    sectors.stream()
                            .flatMap(sector -> sector.getEcarts().stream())
                            .toList());
        }

        @Override
        public List<EcartSeance> json() {
            return changes;
        }

        /** Such as « 3 séances déplacées, 0 supprimée ». */
        String summary() {
            return "Par rapport à " + against + " : "
                    + counted(NatureEcartSeance.DEPLACEE, "séance déplacée", "séances déplacées") + ", "
                    + counted(NatureEcartSeance.CONFIEE_A_UN_AUTRE, "confiée à un autre", "confiées à un autre") + ", "
                    + counted(NatureEcartSeance.SUPPRIMEE, "supprimée", "supprimées") + ", "
                    + counted(NatureEcartSeance.AJOUTEE, "ajoutée", "ajoutées") + ".";
        }

        @Override
        public List<String> lines() {
            return Stream.concat(Stream.of(summary()), changes.stream().map(SessionChanges::line))
                    .toList();
        }

        /** An hour of the day, such as {@code 09:30}. */
        static String hour(int minute) {
            return "%02d:%02d".formatted(minute / MINUTES_AN_HOUR, minute % MINUTES_AN_HOUR);
        }

        private String counted(NatureEcartSeance nature, String one, String many) {
            long count = changes.stream()
                    .filter(change -> change.getNature() == nature)
                    .count();
            return CommandFrench.counted(count, one, many);
        }

        private static String line(EcartSeance change) {
            return change.getSeance() + " : "
                    + switch (change.getNature()) {
                        case AJOUTEE -> "ajoutée, " + after(change);
                        case DEPLACEE -> "déplacée, de " + before(change) + " à " + after(change);
                        case CONFIEE_A_UN_AUTRE -> "confiée à " + change.getAnimateurAfter() + ", " + before(change);
                        case SUPPRIMEE -> "supprimée, " + before(change);
                    };
        }

        private static String before(EcartSeance change) {
            return CommandFrench.day(Objects.requireNonNull(change.getDayBefore())) + " "
                    + hour(Objects.requireNonNull(change.getStartBefore())) + " (" + change.getAnimateurBefore() + ")";
        }

        private static String after(EcartSeance change) {
            return CommandFrench.day(Objects.requireNonNull(change.getDayAfter())) + " "
                    + hour(Objects.requireNonNull(change.getStartAfter())) + " (" + change.getAnimateurAfter() + ")";
        }
    }
}
