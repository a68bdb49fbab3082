package fr.passerelle.envelope.text;

import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Empechement;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.Valeur;
import fr.passerelle.sheets.french.Textes;

/** The French words of the codes of a scenario, within a sentence. */
public final class ScenarioWords {

    private ScenarioWords() {}

    /** What is funded: « ouverture ». */
    public static String financement(Financement financement) {
        return Textes.word("financement", financement.name());
    }

    /** What is chosen for an EPCI: « étude et ouverture en 2018 », or « ouverture en 2018 » where no study is paid with it. */
    public static String choix(ChoixEpci choice) {
        boolean both = choice.getFinancement() == Financement.OUVERTURE
                && choice.getDepenses().stream().anyMatch(spent -> spent.getLine() == LigneCredit.ETUDE);
        String what = both ? Textes.say("financement.AVEC_ETUDE") : financement(choice.getFinancement());
        return choice.getYear() == null ? what : what + " en " + choice.getYear();
    }

    /** Why something may not be chosen: « aucun lieu n’est candidat ». */
    public static String empechement(Empechement empechement) {
        return Textes.word("empechement", empechement.name());
    }

    /** What a level counts: « mois d’ouverture ». */
    public static String critere(Critere critere) {
        return Textes.word("critere", critere.name());
    }

    /** What a value function looks for: « l’aide au plus tôt ». The barème has its whole text. */
    public static String valeur(Valeur valeur) {
        return Textes.word("valeur", valeur.name());
    }

    /** A line of credit: « investissement ». */
    public static String ligne(LigneCredit line) {
        return Textes.word("credit", line.name());
    }

    /** Whether the answer is the best. */
    public static String preuve(Preuve preuve) {
        return Textes.word("preuve", preuve.name());
    }
}
