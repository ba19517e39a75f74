#HEADER#

param(
    [switch]$Machine,
    [switch]$Remove
)

$ErrorActionPreference = 'Stop'

#FACTS#

#MESSAGES#

$namespace = 'System.Security.Cryptography'

function Get-Hex([byte[]]$octets) {
    return [BitConverter]::ToString($octets) -replace '-', ''
}

function Get-Sha256([byte[]]$octets) {
    # Where Windows is set to FIPS mode, the first one refuses to work.
    try {
        $hash = New-Object "$namespace.SHA256Managed"
    } catch {
        Add-Type -AssemblyName System.Core
        $hash = New-Object "$namespace.SHA256CryptoServiceProvider"
    }
    return Get-Hex ($hash.ComputeHash($octets))
}

function Say([string]$text) {
    $text = $text.Replace('{root}', $root).Replace('{store}', $store)
    $text = $text.Replace('{thumbprint}', $sha1).Replace('{command}', $command)
    Write-Host $text
}

function Open-Store([string]$access) {
    $name = [System.Security.Cryptography.X509Certificates.StoreName]::Root
    $place = [System.Security.Cryptography.X509Certificates.StoreLocation]$location
    $opened = New-Object "$namespace.X509Certificates.X509Store" -ArgumentList $name, $place
    $opened.Open([System.Security.Cryptography.X509Certificates.OpenFlags]$access)
    return $opened
}

function Test-Present {
    $opened = Open-Store 'ReadOnly'
    try {
        foreach ($one in $opened.Certificates) {
            if ((Get-Sha256 $one.RawData) -eq $sha256) { return $true }
        }
        return $false
    } finally {
        $opened.Close()
    }
}

function Test-Administrator {
    $user = [System.Security.Principal.WindowsIdentity]::GetCurrent()
    $principal = New-Object System.Security.Principal.WindowsPrincipal -ArgumentList $user
    return $principal.IsInRole([System.Security.Principal.WindowsBuiltInRole]::Administrator)
}

$location = 'CurrentUser'
if ($Machine) { $location = 'LocalMachine' }
$store = "$location\Root"
$command = 'powershell -ExecutionPolicy Bypass -File .\#SCRIPT# -Remove'
if ($Machine) { $command = "$command -Machine" }

if ($env:OS -ne 'Windows_NT') {
    Say $sayOnlyWindows
    exit 1
}

try {
    $octets = [Convert]::FromBase64String($base64)
    if ((Get-Sha256 $octets) -ne $sha256) {
        Say $sayChanged
        exit 1
    }
    $certificate = New-Object "$namespace.X509Certificates.X509Certificate2" -ArgumentList @(, $octets)
    if ($certificate.Thumbprint -ne $sha1) {
        Say $sayChanged
        exit 1
    }

    Say $sayWhich
    Write-Host "SHA-1    $sha1"
    Write-Host "SHA-256  $sha256"

    if ($Machine -and -not (Test-Administrator)) {
        Say $sayAdministrator
        exit 1
    }
    $present = Test-Present
    if ($Remove -and -not $present) {
        Say $sayNotThere
        exit 0
    }
    if ($present -and -not $Remove) {
        Say $sayThere
        exit 0
    }

    if (-not $Machine) { Say $sayWindowsAsks }
    $opened = Open-Store 'ReadWrite'
    try {
        if ($Remove) { $opened.Remove($certificate) } else { $opened.Add($certificate) }
    } finally {
        $opened.Close()
    }

    $present = Test-Present
    if ($Remove -and $present) {
        Say $sayStillThere
        exit 1
    }
    if ($Remove) {
        Say $sayRemoved
        exit 0
    }
    if (-not $present) {
        Say $sayNotAdded
        exit 1
    }
    Say $sayAdded
    Say $sayUndo
    exit 0
} catch {
    Say $sayFailed
    Write-Host $_.Exception.Message
    exit 1
}
