package fr.passerelle.batch.attendance;

import fr.passerelle.sources.reject.RejectReason;

/** Why a line that holds by itself is refused because of others. Names are kept in the database. */
enum LineRefusal {
    /** Its id, in its register, is that of another line of the file. */
    SAME_ID(
            "id_releve",
            RejectReason.DOUBLON,
            "Une autre ligne du registre a cet identifiant de relevé : donnez à celle-ci le sien, ou ne gardez que la"
                    + " bonne."),
    /** Its id, in the region's own register, is that of a line of another room. */
    OTHER_ROOM(
            "id_releve",
            RejectReason.IDENTIFIANT_AILLEURS,
            "Cet identifiant de relevé est déjà celui d'une ligne d'une autre salle : deux registres sont sans doute"
                + " numérotés de même. Nommez celui de ce fichier dans son mapping (« registre: NOM ») ; si la ligne a"
                + " vraiment changé de salle, redonnez le fichier à la place de l'ancien (« --replaces »)."),
    /** The same period of the room and activity, told again with the same counts. */
    SAME_PERIOD(
            "periode_debut",
            RejectReason.DOUBLON,
            "Cette période de la salle et de l'activité est déjà dite, avec les mêmes comptes : elle compterait deux"
                    + " fois. Ne gardez qu'une ligne ; si les lignes d'une période s'ajoutent, écrivez « additionner:"
                    + " oui » dans le mapping."),
    /** The same period of the room and activity, told again with other counts. */
    CONTRADICTION(
            "periode_debut",
            RejectReason.DOUBLON_CONTRADICTOIRE,
            "Cette période de la salle et de l'activité est déjà dite, avec d'autres comptes : rien ne dit lesquels"
                    + " sont bons. Ne gardez que la bonne ligne, sous le même identifiant ; si les lignes d'une période"
                    + " s'ajoutent, écrivez « additionner: oui » dans le mapping."),
    /** A period that overlaps another of the room and activity, neither containing the other. */
    OVERLAP(
            "periode_debut",
            RejectReason.CHEVAUCHEMENT,
            "Cette période en chevauche une autre de la même salle et de la même activité, sans qu'aucune contienne"
                    + " l'autre : corrigez les dates de l'une des deux."),
    /** The month would have more lines than a record of the log can hold. */
    TOO_LARGE(
            "periode_debut",
            RejectReason.MOIS_TROP_GROS,
            "Ce mois de la salle aurait plus de lignes que le journal n'en tient en un enregistrement : regroupez ses"
                    + " lignes (par jour ou par mois), puis redonnez le fichier."),
    /** A later file says something else of the line that a corrected row is. */
    SUPERSEDED(
            "id_salle",
            RejectReason.DEJA_REPRIS,
            "Un fichier plus récent dit déjà autre chose de cette ligne : corrigez le registre lui-même et redonnez-le"
                    + " à « ./passerelle nightly ».");

    private final PeriodRule.Breach breach;

    LineRefusal(String column, RejectReason reason, String message) {
        this.breach = new PeriodRule.Breach(column, reason, message);
    }

    /** What the user is told, in French; it quotes no cell. */
    PeriodRule.Breach breach() {
        return breach;
    }
}
