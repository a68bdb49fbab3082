package fr.passerelle.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapTest {

    @TempDir
    private Path folder;

    @Test
    void readsWhatWasLeftAfterCollectionsAndNotWhatAMarkingSaw() throws IOException {
        Path log = Files.writeString(folder.resolve("gc.log"), """
            [1.2s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 111M->61M(140M) 23.227ms
            [1.3s][info][gc] GC(1) Pause Remark 99M->99M(140M) 14.314ms
            [1.4s][info][gc] GC(2) Pause Full (G1 Compaction Pause) 130M->72M(140M) 80.1ms
            [1.5s][info][gc,heap] GC(3) Eden regions: 60->0(80)
            [1.6s][info][gc] GC(3) Pause Young (Mixed) (G1 Evacuation Pause) 106M->70M(140M) 17.417ms
            """);

        assertThat(new Heap(log).mostLeft()).isEqualTo(72);
    }

    @Test
    void refusesALogWithoutACollection() throws IOException {
        Heap heap = new Heap(Files.writeString(folder.resolve("gc.log"), ""));

        assertThatThrownBy(heap::mostLeft).isInstanceOf(BenchFault.class).hasMessageContaining("gc.log");
    }
}
