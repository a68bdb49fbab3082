package fr.passerelle.faults.check;

/** What DESIGN 8 promises. */
public enum Promise {
    I1("chaque ligne connue est dans un seul mois, et chaque enregistrement une seule fois sur le topic"),
    I2("rien d'annulé n'est vu"),
    I3("l'ordre tient par sujet"),
    I4("une conversion courante par salle, un tiers lieu au plus par EPCI"),
    I5("les comptes et les euros tombent juste"),
    I6("recalculer donne les mêmes octets"),
    I7("chaque rejet garde fichier, ligne, cellules et raison"),
    I8("l'exécution se termine avec la même empreinte"),
    I9("aucune personne nulle part"),
    I10("le retard revient à zéro");

    private final String french;

    Promise(String french) {
        this.french = french;
    }

    /** What it says, in French. */
    public String french() {
        return french;
    }
}
