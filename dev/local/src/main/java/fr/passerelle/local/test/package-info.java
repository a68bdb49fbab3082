/** Real servers for tests, started once a build and ended by a guard: {@link TestServers} gives each test class its own database and namespace. */
@NullMarked
package fr.passerelle.local.test;

import org.jspecify.annotations.NullMarked;
