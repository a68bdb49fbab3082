/** The topology proved in one thread by Kafka's test driver, and on real servers by one and by three instances. */
@NullMarked
package fr.passerelle.events.stream;

import org.jspecify.annotations.NullMarked;
