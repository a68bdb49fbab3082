package fr.passerelle.cli;

import fr.passerelle.calendar.text.TourWords;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.RythmeEtape;
import fr.passerelle.schemas.event.SeancesNonTenues;
import fr.passerelle.schemas.event.SourceHoraires;
import fr.passerelle.schemas.event.ToursComputed;
import java.util.ArrayList;
import java.util.List;

/**
 * Why an étape has its days, and why it lacks sessions.
 *
 * @param sector that holds it
 */
record StopReasons(ToursComputed sector, EtapeDesservie etape) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(etape.getName() + " (" + etape.getEtape() + ") : "
                + CommandFrench.counted(etape.getHeldInAll(), "séance tenue", "séances tenues") + " sur "
                + CommandFrench.number(etape.getAskedInAll()) + ", en " + sector.getWeeks() + " semaines.");
        if (etape.getHoraires() == SourceHoraires.SUPPOSES) {
            lines.add("Ses horaires sont supposés : à confirmer auprès du lieu.");
        }
        if (sector.getRythmes() != null) {
            lines.add("Rythmes du secteur : " + TourWords.proof(sector.getRythmes()) + ".");
        }
        etape.getRythmes().forEach(rhythm -> lines.add(visit(rhythm)));
        sector.getNonTenues().stream()
                .filter(row -> row.getEtape().equals(etape.getEtape()))
                .forEach(row -> lines.addAll(unserved(row)));
        return lines;
    }

    private static String visit(RythmeEtape rhythm) {
        return "Rythme : " + TourWords.rhythm(rhythm) + ", par " + rhythm.getAnimateur() + ".";
    }

    private static List<String> unserved(SeancesNonTenues row) {
        List<String> lines = new ArrayList<>();
        lines.add("Quatre semaines du " + Day.french(row.getCycle()) + " : "
                + CommandFrench.counted(
                        row.getSessions(), "séance que personne ne tient", "séances que personne ne tient")
                + none(row) + ".");
        row.getCauses().forEach(cause -> lines.add("- " + TourWords.cause(cause)));
        return lines;
    }

    private static String none(SeancesNonTenues row) {
        if (!row.getSought()) {
            return " ; les causes n'en ont pas été recherchées jusqu'au bout";
        }
        return row.getCauses().isEmpty() ? " ; aucune cause levée seule n'y suffit" : "";
    }
}
