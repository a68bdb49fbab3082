package fr.passerelle.calendar.rule;

import fr.passerelle.schemas.bareme.Tournees.WorkingDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks one day of an animateur against each rule of the barème, from its minutes alone. */
final class DayRules {

    private final TourQuestion question;
    private final DayTour tour;
    private final TourTerms terms;
    private final WorkingDay rules;
    private final List<String> breaches = new ArrayList<>();

    private DayRules(TourQuestion question, DayTour tour) {
        this.question = question;
        this.tour = tour;
        this.terms = question.terms();
        this.rules = terms.tournees().day();
    }

    /** Each rule that the day breaks, in French. */
    static List<String> breaches(TourQuestion question, DayTour tour) {
        DayRules check = new DayRules(question, tour);
        check.checkWorked();
        check.checkTimes();
        check.checkRest();
        tour.halts().forEach(check::checkHalt);
        return check.breaches;
    }

    private void checkWorked() {
        Optional<MinuteSpan> day = tour.animateur().day(tour.date(), rules);
        require(question.animateurs().contains(tour.animateur()), "l'animateur est inconnu.");
        require(question.dates().isWorked(tour.date()), "c'est un dimanche ou un jour férié.");
        require(
                day.filter(span -> span.holds(new MinuteSpan(tour.departure(), tour.arrival())))
                        .isPresent(),
                "l'animateur ne travaille pas du départ au retour.");
        require(
                tour.halts().size() <= terms.tournees().sessionsADay(),
                tour.halts().size() + " séances en un jour.");
    }

    private void checkTimes() {
        TourPoint at = tour.animateur().home();
        int free = tour.departure();
        for (TourHalt halt : tour.halts()) {
            Road road = question.roads().of(at, halt.stop().point());
            require(halt.road().equals(road), "un trajet n'est pas celui que l'on connaît.");
            require(halt.arrival() == free + road.minutes(), "une arrivée ne suit pas de son trajet.");
            require(halt.pause(terms) >= 0, "une séance commence avant que tout soit installé.");
            free = halt.end() + terms.tournees().packUp();
            at = halt.stop().point();
        }
        Road back = question.roads().of(at, tour.animateur().home());
        require(tour.back().equals(back), "le retour n'est pas le trajet que l'on connaît.");
        require(tour.arrival() == free + back.minutes(), "l'heure du retour ne suit pas de son trajet.");
    }

    private void checkRest() {
        require(tour.longestStretch(terms) < rules.unbroken(), "six heures de travail sans pause.");
        require(tour.work(terms) <= rules.longest(), tour.work(terms) + " minutes de travail en un jour.");
        require(tour.arrival() - tour.departure() <= rules.span(), "l'amplitude de la journée est trop grande.");
        boolean whole = tour.departure() < rules.lunchFrom() && tour.arrival() > rules.lunchTo();
        require(!whole || tour.halts().stream().anyMatch(this::holdsLunch), "aucune pause méridienne.");
    }

    private boolean holdsLunch(TourHalt halt) {
        int from = Math.max(halt.arrival(), rules.lunchFrom());
        int to = Math.min(halt.arrival() + halt.pause(terms), rules.lunchTo());
        return to - from >= rules.lunch();
    }

    private void checkHalt(TourHalt halt) {
        TourStop stop = halt.stop();
        String at = stop.key() + " : ";
        MinuteSpan session = terms.session(halt.start());
        // By its key first: to compare all of each étape takes most of the time of a search.
        require(question.stop(stop.key()).filter(stop::equals).isPresent(), at + "cette étape est inconnue.");
        require(halt.end() == session.end(), at + "la séance n'a pas sa durée.");
        require(halt.start() % terms.tournees().step() == 0, at + "la séance ne commence pas à une heure permise.");
        require(stop.isOpen(tour.date(), session), at + "le lieu est fermé.");
        require(
                !question.dates().isWorked(tour.date()) || question.dates().allows(stop, tour.date()),
                at + "pas de séance pendant les vacances scolaires.");
        require(
                tour.animateur().mayServe(stop, terms.group()),
                at + "l'animateur n'y va pas, ou tablettes ou places manquent.");
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            breaches.add("Journée de " + tour.animateur().id() + " le " + tour.date() + " : " + sentence);
        }
    }
}
