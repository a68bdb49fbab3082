package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Frequentation;
import java.util.List;

/** A room of the region with its five functions judged. */
record JudgedRoom(ScoredRoom scored, List<FonctionJugee> fonctions) {

    static JudgedRoom of(ScoredRoom scored, JeuDeRegles rules) {
        return new JudgedRoom(
                scored,
                new Functions(scored.room().getHosting(), rules.conversion().functions()).judged());
    }

    /** Functions that nothing is left to verify of: OFFERTE or POSSIBLE, in the order of the enum. */
    List<Fonction> confirmed() {
        return fonctions.stream()
                .filter(JudgedRoom::isConfirmed)
                .map(FonctionJugee::getFonction)
                .toList();
    }

    Frequentation frequentation() {
        return scored.frequentation();
    }

    static boolean isConfirmed(FonctionJugee fonction) {
        return fonction.getDisponibilite() == Disponibilite.OFFERTE
                || fonction.getDisponibilite() == Disponibilite.POSSIBLE;
    }
}
