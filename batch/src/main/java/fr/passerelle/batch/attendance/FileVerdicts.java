package fr.passerelle.batch.attendance;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the lines of one file make of each other: a bit for each row that is refused, and what is odd about the others. */
final class FileVerdicts {

    private final Map<LineRefusal, BitSet> refused = new EnumMap<>(LineRefusal.class);
    private Remarks possibleDoubles = Remarks.none(Remarks.Oddity.DOUBLE_POSSIBLE);
    private Remarks contradictions = Remarks.none(Remarks.Oddity.SEANCES_CONTRAIRES);
    private Remarks gaps = Remarks.none(Remarks.Oddity.CONTROLE_INEGAL);

    /**
     * Why a line is refused because of others; null where it is not.
     *
     * @param row number of its row in the file, from 1
     */
    @Nullable
    LineRefusal of(int row) {
        return refused.entrySet().stream()
                .filter(rows -> rows.getValue().get(row))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    void refuse(int row, LineRefusal why) {
        refused.computeIfAbsent(why, none -> new BitSet()).set(row);
    }

    void remark(List<StagedLine> doubles, List<StagedLine> contradicting, List<ControlGap> differing) {
        contradictions =
                contradictions.plus(contradicting.stream().map(Remark::of).toList());
        possibleDoubles = possibleDoubles.plus(doubles.stream().map(Remark::of).toList());
        gaps = gaps.plus(differing.stream().map(Remark::of).toList());
    }

    /** What is odd about the lines that are taken, each reason once. */
    List<Remarks> remarks() {
        return List.of(possibleDoubles, contradictions, gaps);
    }
}
