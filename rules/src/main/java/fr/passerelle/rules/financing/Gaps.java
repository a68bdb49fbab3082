package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rules now find, held against one notification: what was notified stays. An amount that was not notified, one that is not known
 * and nothing at all are the same.
 */
record Gaps(List<Ecart> ecarts, RegleEssayee step) {

    private static final String SEAT = "TIERS_LIEU";
    private static final String TOTAL = "AIDE_TOTALE";

    static Gaps of(String on, Notification notification, ProposedAid proposed) {
        List<NotifiedItem> held = new ArrayList<>();
        held.add(NotifiedItem.seat(SEAT, notification.seat(), proposed.seat()));
        for (AidLine line : proposed.lines()) {
            String name = line.getLine().name();
            held.add(NotifiedItem.euros(name, notification.aid(name), line.getAid()));
        }
        held.add(NotifiedItem.euros(TOTAL, notification.total(), proposed.total()));
        List<Ecart> ecarts = held.stream()
                .filter(NotifiedItem::differs)
                .map(one -> one.ecart(notification.act()))
                .toList();
        return new Gaps(ecarts, step(on, notification, held, ecarts.isEmpty()));
    }

    private static RegleEssayee step(String on, Notification notification, List<NotifiedItem> held, boolean same) {
        List<Operande> operands = new ArrayList<>();
        operands.add(Steps.text("acte", notification.act(), Unite.CODE));
        operands.add(Steps.day("date", notification.decision().getDecidedOn()));
        operands.add(Steps.text("epci_notifie", notification.party(), Unite.CODE));
        held.forEach(one -> one.addTo(operands));
        return Steps.passed(Rule.NOTIFIE, on, same ? "CONFORME" : "ECART", operands.toArray(Operande[]::new));
    }
}
