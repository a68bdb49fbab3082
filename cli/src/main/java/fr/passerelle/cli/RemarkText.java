package fr.passerelle.cli;

import fr.passerelle.batch.attendance.Remarks.Oddity;
import fr.passerelle.batch.attendance.Remarks.Remark;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is odd about a line that is taken, in French. */
final class RemarkText {

    private RemarkText() {}

    static String of(Oddity code) {
        return switch (code) {
            case DOUBLE_POSSIBLE ->
                "une autre séance du fichier dit la même chose dans toutes les colonnes. Si c'est la même, ne gardez"
                        + " qu'une ligne ; sinon, donnez-leur un identifiant.";
            case SEANCES_CONTRAIRES ->
                "une autre séance du même jour, de la même salle et de la même activité compte autrement, ou dit la"
                        + " salle fermée. Si l'une corrige l'autre, ne gardez que la bonne ; sinon, donnez-leur un"
                        + " identifiant.";
            case CONTROLE_INEGAL ->
                "les lignes plus fines de sa période ne font pas ce qu'elle dit, et ce sont elles qui comptent. Voyez"
                        + " s'il en manque, ou si elle est fausse.";
            case TOTAL_POSSIBLE ->
                "sa salle s'appelle « total » ou « ensemble ». Si c'est une somme d'autres lignes, déclarez-la dans"
                        + " « totaux ».";
        };
    }

    /** The two numbers that should be one; nothing where there are none. */
    static String numbers(Remark remark) {
        return remark.column() == null
                ? ""
                : ", colonne « " + remark.column() + " » : elle dit " + number(remark.told())
                        + ", les lignes plus fines font " + number(remark.found());
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? CommandFrench.NONE : number.toPlainString().replace('.', ',');
    }
}
