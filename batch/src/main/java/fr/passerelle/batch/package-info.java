/** The jobs: nightly, replay, put in force, verify, rebuild; each is a process that ends. */
@NullMarked
package fr.passerelle.batch;

import org.jspecify.annotations.NullMarked;
