@echo off
rem Launcher of DMBackup for Windows: finds Java 25 and runs. DMBACKUP_JAVA names the folder of the JDK to use.
setlocal
chcp 65001 >nul
set "JAVA="
if defined DMBACKUP_JAVA if exist "%DMBACKUP_JAVA%\bin\java.exe" set "JAVA=%DMBACKUP_JAVA%\bin\java.exe"
if not defined JAVA if exist "%~dp0runtime\bin\java.exe" set "JAVA=%~dp0runtime\bin\java.exe"
if not defined JAVA if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if not defined JAVA for /d %%D in ("%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\*\jdk-25*") do if exist "%%~D\bin\java.exe" set "JAVA=%%~D\bin\java.exe"
if not defined JAVA for %%P in (java.exe) do if not "%%~$PATH:P"=="" set "JAVA=%%~$PATH:P"
if not defined JAVA goto nojava
set "JAR="
for %%J in ("%~dp0lib\dmbackup-cli-*.jar") do set "JAR=%%~fJ"
if not defined JAR goto nojar
set "QUICK=-Xmx128m"
if "%~1"=="ensure-running" set "QUICK=-Xmx128m -XX:TieredStopAtLevel=1"
if "%~1"=="desktop" goto desktop
"%JAVA%" -XX:+UseSerialGC -XX:+UseCompactObjectHeaders %QUICK% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
:desktop
rem Without a black window beside it. What it has loaded the first time, the JVM keeps and has at hand the next time. It
rem fits this very program and this very Java: an update makes another file, and the old one goes.
set "CACHE=%LOCALAPPDATA%\DMBackup"
if not exist "%CACHE%" mkdir "%CACHE%" 2>nul
set "RELEASE="
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b "JAVA_RUNTIME_VERSION=" "%JAVA:bin\java.exe=release%" 2^>nul`) do set "RELEASE=%%~V"
for %%J in ("%JAR%") do set "BUILD=%%~nJ-%%~zJ-%%~tJ-%RELEASE%"
set "BUILD=%BUILD:/=%"
set "BUILD=%BUILD::=%"
set "BUILD=%BUILD: =%"
set "ARCHIVE=desktop-%BUILD%.jsa"
for %%F in ("%CACHE%\desktop*.jsa") do if /i not "%%~nxF"=="%ARCHIVE%" del /q "%%~fF" 2>nul
start "" "%JAVA:java.exe=javaw.exe%" -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms6m -Xmn3m -Xmx64m -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:ReservedCodeCacheSize=16m -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%CACHE%\%ARCHIVE%" -Xlog:disable -jar "%JAR%" %*
exit /b 0
:nojava
echo O DMBackup precisa do Java 25 (JDK 25) e não o encontrou. 1>&2
echo O que fazer: instale um JDK 25, ou indique a pasta dele em JAVA_HOME. 1>&2
exit /b 2
:nojar
echo Falta o programa na pasta lib. Instale o DMBackup de novo. 1>&2
exit /b 1
