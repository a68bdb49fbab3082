/**
 * Real servers for tests, started once a build and shared by every test JVM of it: {@link TestServers} gives each test class its own
 * migrated database and its own namespace of topics. A guard process ends them when the build is gone, even killed.
 */
@NullMarked
package fr.passerelle.local.test;

import org.jspecify.annotations.NullMarked;
