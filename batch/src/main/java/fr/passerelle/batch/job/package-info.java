/** What each job is made with: how it starts, stops and is taken up, how its steps say where they are, how they relay and wait. */
@NullMarked
package fr.passerelle.batch.job;

import org.jspecify.annotations.NullMarked;
