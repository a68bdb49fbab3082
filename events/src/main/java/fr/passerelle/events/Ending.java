package fr.passerelle.events;

import java.util.concurrent.CountDownLatch;

/** Holds the main thread until a fault ends the program; a signal ends it otherwise. */
final class Ending {

    private final CountDownLatch fault = new CountDownLatch(1);

    void fault() {
        fault.countDown();
    }

    void await() throws InterruptedException {
        fault.await();
    }
}
