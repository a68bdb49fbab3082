package fr.passerelle.batch.attendance;

import fr.passerelle.batch.month.ImportedLine;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.sources.reject.CorrectedRow;
import java.math.BigDecimal;

/**
 * A control that does not come to what the finer lines of its period add up to.
 *
 * @param control the line, which does not count where finer ones are
 * @param column of which both are told
 * @param told what it says
 * @param found what they add up to
 */
record ControlGap(ImportedLine control, String column, BigDecimal told, BigDecimal found) {

    /** As it is listed: what the line says, then what counts in its place. */
    CorrectedRow.CellCorrection correction() {
        return new CorrectedRow.CellCorrection(
                column, Correction.CONTROLE_INEGAL.name(), told.toPlainString(), found.toPlainString());
    }
}
